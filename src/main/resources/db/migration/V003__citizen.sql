-- Who asks. A citizen has any number of keys; a key shared by several citizens says household, never identity.
create table citizen (
    id         uuid primary key,
    last_name  text,
    first_name text,
    birth_date date,
    opened_at  timestamptz not null
);
create table identity_key (
    kind       text        not null check (kind in ('phone', 'mail', 'name-birth')),
    value      text        not null check (value <> ''),
    citizen_id uuid        not null references citizen,
    seen_at    timestamptz not null,
    primary key (kind, value, citizen_id)
);
create index identity_key_citizen on identity_key (citizen_id);
