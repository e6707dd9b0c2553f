-- Requests passed on to the institution that they belong to, and what became of each.
create table transfer (
    id          uuid primary key,
    seq         bigint generated always as identity,
    ticket_id   uuid not null references ticket,
    partner     text not null,
    address     text not null,
    sent_on     date not null,
    answer_by   date not null,
    actor       text not null,
    state       text not null default 'sent' check (state in ('sent', 'accepted', 'returned')),
    received_on date,
    remark      text not null default ''
);
create index transfer_of_ticket on transfer (ticket_id, seq);
create unique index transfer_one_under_way on transfer (ticket_id) where state = 'sent';
comment on column transfer.address is 'where the request and its pieces were sent to, as received';
