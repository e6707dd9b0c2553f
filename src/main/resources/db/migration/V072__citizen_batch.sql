-- What a directorate's software told of persons in one go, with what stood before it, so that it can be taken back.
create table citizen_batch (
    id             bigint generated always as identity primary key,
    source         text        not null check (source <> ''),
    name           text        not null,
    file           text        not null,
    rows           bigint      not null default 0 check (rows >= 0),
    started_at     timestamptz not null default now(),
    finished_at    timestamptz,
    rolled_back_at timestamptz
);
create unique index citizen_batch_running on citizen_batch (source) where finished_at is null and rolled_back_at is null;
comment on column citizen_batch.file is 'SHA-256 of its bytes: the same file goes on where it stopped';
comment on column citizen_batch.rows is 'rows done: those after it are not yet in';

create table citizen_batch_change (
    batch_id   bigint not null references citizen_batch,
    n          bigint generated always as identity,
    what       text   not null check (what in ('citizen', 'case_file', 'merge')),
    citizen_id uuid   not null,
    before     jsonb,
    after      jsonb,
    primary key (batch_id, n)
);
create index citizen_batch_change_citizen on citizen_batch_change (citizen_id);
comment on column citizen_batch_change.before is 'the row as it stood, a citizen with its facts; null when the batch made it';
