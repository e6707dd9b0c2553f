-- What the program could not handle, and why, until a person decides.
create table quarantine (
    id         uuid primary key,
    intake_id  uuid        not null references intake,
    at         timestamptz not null,
    stage      text        not null,
    kind       text        not null check (kind in ('refused', 'failed')),
    reason     text        not null,
    attempts   integer     not null,
    decision   text check (decision in ('retried', 'discarded')),
    decided_by text,
    decided_at timestamptz,
    remark     text,
    check ((decision is null) = (decided_at is null))
);
create unique index quarantine_one_open on quarantine (intake_id) where decision is null;
create index quarantine_open on quarantine (at desc) where decision is null;
