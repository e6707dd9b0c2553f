-- What was read of scanned letters, page by page, so that a reading which is interrupted goes on where it stopped.
-- A scan is known by its source and reference, as its intake is.
create table scan (
    source    text        not null,
    reference text        not null,
    pages     integer     not null check (pages >= 0),
    damage    text,
    refused   text,
    opened_at timestamptz not null default now(),
    primary key (source, reference),
    check ((refused is null) = (pages > 0))
);
comment on column scan.damage is 'what is wrong with the file although pages of it can be read';
comment on column scan.refused is 'why nothing of the file can ever be read';

create table page (
    source     text        not null,
    reference  text        not null,
    number     integer     not null check (number > 0),
    state      text        not null check (state in ('read', 'unreadable', 'unread')),
    text       text        not null,
    confidence integer     not null check (confidence between 0 and 100),
    reason     text        not null,
    read_at    timestamptz not null default now(),
    primary key (source, reference, number),
    foreign key (source, reference) references scan
);
comment on column page.state is 'unreadable: the page is damaged; unread: there was no reader or it failed, and may not another time';
