-- Tickets that have to do with each other without being one: a follow-up of an ended one, another matter in its thread,
-- somebody else's number quoted. Who may not see one of them does not see the link.
create table ticket_link (
    ticket_id uuid        not null references ticket,
    other_id  uuid        not null references ticket,
    why       text        not null check (why in ('follows', 'same_thread', 'quoted')),
    at        timestamptz not null,
    primary key (ticket_id, other_id),
    check (ticket_id <> other_id)
);
create index ticket_link_other on ticket_link (other_id);
