-- Who opened the content of which ticket, when and what for: the citizen may ask, and so may a supervisor.
create table reading (
    id         bigint generated always as identity primary key,
    at         timestamptz not null,
    account_id uuid        not null references account,
    ticket_id  uuid        not null references ticket,
    purpose    text        not null check (purpose in ('page', 'original', 'api')),
    deputy_for text        not null default ''
);
create index reading_of_ticket on reading (ticket_id, at);
comment on column reading.deputy_for is 'sign-in names of those absent whose rights the reader also held';
