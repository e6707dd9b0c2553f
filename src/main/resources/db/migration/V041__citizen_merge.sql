-- Citizens that an agent has found to be one person. A merge only points from one to the other: taking it back leaves no trace in them.
alter table citizen add column confidential boolean not null default false;
alter table citizen add column person uuid references citizen;
create index citizen_person on citizen (person) where person is not null;
comment on column citizen.person is 'the citizen who stands for all that are this person; null when it is nobody else';

create table citizen_merge (
    id        uuid primary key,
    absorbed  uuid        not null references citizen,
    kept      uuid        not null references citizen,
    reason    text        not null check (reason <> ''),
    merged_by text        not null,
    merged_at timestamptz not null,
    undone_by text,
    undone_at timestamptz,
    check (absorbed <> kept),
    check ((undone_by is null) = (undone_at is null))
);
create unique index citizen_merge_standing on citizen_merge (absorbed) where undone_at is null;
create index citizen_merge_kept on citizen_merge (kept);

create table never_same (
    one         uuid        not null references citizen,
    other       uuid        not null references citizen,
    reason      text        not null check (reason <> ''),
    declared_by text        not null,
    declared_at timestamptz not null,
    primary key (one, other),
    check (one < other)
);
create index never_same_other on never_same (other);
