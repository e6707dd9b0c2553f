-- Who is owed an answer when a request has two people to answer: the elected official who wrote it and the citizen it is for.
create table addressee (
    ticket_id   uuid not null references ticket,
    role        text not null check (role in ('official', 'citizen')),
    name        text not null,
    mail        text not null default '',
    answered_at timestamptz,
    answered_by text,
    primary key (ticket_id, role),
    check ((answered_at is null) = (answered_by is null))
);

-- A request passed on by another way than a mail: a queue or a folder of the partner's own.
alter table transfer add column way text not null default 'mail' check (way in ('mail', 'queue', 'file'));
alter table transfer add column handed_at timestamptz;
comment on column transfer.handed_at is 'when it was put into the partner''s folder; a mail and a queue have their own rows';
create index transfer_to_hand on transfer (seq) where way = 'file' and handed_at is null;
