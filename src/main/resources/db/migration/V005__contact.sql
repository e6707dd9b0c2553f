-- What was said: one contact per intake, and the matters by which it belongs to tickets.
create table contact (
    id          uuid primary key,
    intake_id   uuid        not null unique references intake,
    channel     text        not null,
    received_at timestamptz not null,
    citizen_id  uuid references citizen,
    certainty   text        not null,
    subject     varchar(200) not null check (subject <> ''),
    detail      jsonb       not null
);
create table ticket_contact (
    ticket_id  uuid    not null references ticket,
    contact_id uuid    not null references contact,
    subject    varchar(200) not null,
    body       text    not null,
    primary key (ticket_id, contact_id)
);
create index ticket_contact_contact on ticket_contact (contact_id);
comment on column ticket_contact.body is 'the part of the contact about this ticket''s matter: all that its directorate sees';

-- Message-IDs seen in each ticket, to thread replies.
create table ticket_message (
    message_id text not null,
    ticket_id  uuid not null references ticket,
    primary key (message_id, ticket_id)
);
-- Case-file numbers quoted in each ticket, as compared: upper case, without separators.
create table ticket_case_file (
    case_file text not null,
    ticket_id uuid not null references ticket,
    primary key (case_file, ticket_id)
);

-- Why each stage decided as it did; a second evaluation is kept beside the first.
create table decision (
    intake_id uuid        not null references intake,
    round     integer     not null,
    stage     text        not null,
    at        timestamptz not null,
    result    text        not null,
    evidence  jsonb       not null,
    primary key (intake_id, round, stage)
);
comment on column decision.round is '1 when first handled; a re-evaluation adds the next and changes nothing else';
