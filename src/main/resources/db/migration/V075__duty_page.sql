-- Who was paged for a protected ticket that nobody took: one row a step, written with the mail that pages.
create table duty_page (
    ticket_id   uuid        not null references ticket,
    waits_since timestamptz not null,
    step        integer     not null check (step > 0),
    officer     text        not null,
    means       text        not null check (means in ('pager', 'phone', 'mail')),
    answer_id   uuid        not null references answer,
    at          timestamptz not null,
    primary key (ticket_id, waits_since, step)
);
comment on column duty_page.waits_since is 'when it came or was given back to the list: each wait is paged from its first step';
create index ticket_protected_waiting on ticket (opened_at) where priority = 'protected' and status = 'open';

alter table answer drop constraint answer_kind_check;
alter table answer add constraint answer_kind_check
    check (kind in ('receipt', 'reply', 'holding', 'acknowledgement', 'missing_pieces', 'transfer', 'transfer_notice', 'page'));
