-- What is written to a citizen: receipts of the program, replies of agents; from the first word of a draft to its delivery.
-- Only the outbound gate turns a row into a mail; a note is an event of the ticket and is never a row here.
create table answer (
    id            uuid primary key,
    ticket_id     uuid         not null references ticket,
    kind          text         not null check (kind in ('receipt', 'reply', 'holding')),
    state         text         not null check (state in ('draft', 'visa', 'signature', 'ready', 'sending', 'sent',
                                                         'undelivered', 'given-up', 'stopped', 'discarded')),
    version       bigint       not null default 0,
    author        text         not null,
    author_name   text         not null,
    mailbox       text         not null,
    recipient     text         not null,
    address_key   text         not null,
    subject       varchar(200) not null,
    body          text         not null,
    template      text         not null,
    fields        jsonb        not null default '{}',
    final_subject varchar(200),
    final_body    text,
    due_at        timestamptz,
    passed_at     timestamptz,
    attempts      integer      not null default 0,
    problem       text,
    problem_with  text,
    message_id    text unique,
    met           jsonb        not null default '[]',
    created_at    timestamptz  not null,
    saved_at      timestamptz  not null,
    sent_at       timestamptz,
    check (state in ('draft', 'discarded') or final_body is not null),
    check ((state in ('ready', 'sending')) = (due_at is not null))
);
create unique index answer_one_receipt on answer (ticket_id) where kind = 'receipt';
create index answer_of_ticket on answer (ticket_id, created_at);
create index answer_due on answer (due_at) where due_at is not null;
create index answer_waiting on answer (state) where state in ('visa', 'signature');
create index answer_automatic on answer (address_key, passed_at) where kind = 'receipt';
comment on column answer.body is 'as its author typed it, with places such as {{visit-day}} that fields fill';
comment on column answer.final_body is 'every place filled, frozen when it was submitted: what is seen for visa is what leaves';
comment on column answer.address_key is 'the recipient in lower case without what follows a +: one correspondent';
comment on column answer.passed_at is 'when the gate last let it through, counted against loops';
comment on column answer.due_at is 'not sent before; while sending, when another hub may take it for abandoned';
comment on column answer.met is 'deadlines that it met when it was sent, to be owed again if it is not delivered';

create table answer_file (
    answer_id  uuid     not null references answer on delete cascade,
    place      smallint not null,
    name       text     not null check (name <> '' and name !~ '[/\\[:cntrl:]]'),
    media_type text     not null,
    size       bigint   not null check (size >= 0),
    sha256     text     not null check (length(sha256) = 64),
    primary key (answer_id, place)
);

-- Former texts of a draft, and texts that came too late to be the current one: nothing typed is lost.
create table answer_text (
    id        bigint generated always as identity primary key,
    answer_id uuid         not null references answer on delete cascade,
    version   bigint       not null,
    actor     text         not null,
    subject   varchar(200) not null,
    body      text         not null,
    late      boolean      not null,
    at        timestamptz  not null
);
create index answer_text_of on answer_text (answer_id, at);
comment on column answer_text.late is 'sent by a page that had not seen the version before';
