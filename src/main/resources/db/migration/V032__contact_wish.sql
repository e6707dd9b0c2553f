-- How a citizen may be reached without danger; every outgoing path asks here first. A wish taken back is kept, ended.
create table contact_wish (
    id         uuid primary key,
    citizen_id uuid        not null references citizen,
    kind       text        not null check (kind in ('never-mail', 'only-address', 'never-address', 'never-phone')),
    address    text        not null default '',
    set_by     text        not null,
    set_at     timestamptz not null,
    ended_by   text,
    ended_at   timestamptz,
    check ((kind in ('only-address', 'never-address')) = (address <> '')),
    check ((ended_at is null) = (ended_by is null))
);
create index contact_wish_of on contact_wish (citizen_id) where ended_at is null;
