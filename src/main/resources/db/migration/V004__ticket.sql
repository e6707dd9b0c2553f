-- What the citizen wants. Several contacts belong to one ticket; one directorate leads, others are informed or contribute.
create sequence ticket_number;
create table ticket (
    id              uuid primary key,
    number          text        not null unique,
    citizen_id      uuid references citizen,
    motive          text        not null,
    directorate     text        not null,
    service         text,
    site            text,
    subject         varchar(200) not null,
    priority        text        not null check (priority in ('protected', 'urgent', 'normal')),
    status          text        not null check (status in ('open', 'taken', 'settled', 'closed')),
    assignee        text,
    opened_at       timestamptz not null,
    last_contact_at timestamptz not null,
    ended_at        timestamptz,
    version         bigint      not null default 0,
    check ((status in ('settled', 'closed')) = (ended_at is not null))
);
create index ticket_of_citizen on ticket (citizen_id, motive, last_contact_at desc);
create index ticket_list on ticket (directorate, status, last_contact_at desc, id);

create table attribution (
    ticket_id   uuid not null references ticket,
    directorate text not null,
    role        text not null check (role in ('lead', 'information', 'contribution')),
    due_on      date,
    primary key (ticket_id, directorate, role),
    check (due_on is null or role = 'contribution')
);
create unique index attribution_one_lead on attribution (ticket_id) where role = 'lead';
create index attribution_directorate on attribution (directorate, ticket_id);

create table deadline (
    ticket_id uuid not null references ticket,
    kind      text not null,
    due_on    date not null,
    article   text not null,
    reason    text not null,
    primary key (ticket_id, kind)
);

create table ticket_event (
    ticket_id uuid        not null references ticket,
    seq       bigint      not null,
    id        uuid        not null unique,
    at        timestamptz not null,
    actor     text        not null,
    kind      text        not null,
    detail    jsonb       not null,
    primary key (ticket_id, seq)
);
comment on column ticket_event.seq is 'from 1 in each ticket, without gaps: given while the ticket row is locked';
