-- What an agent writes of a call, from its answer on; kept when the next call rings, when the page closes, and when the
-- call's own account comes before the agent has finished. A withheld number is not in it.
create table call_form (
    line         text        not null,
    conversation text        not null,
    login        text        not null,
    opened_at    timestamptz not null,
    number       text,
    dialled      text        not null,
    queue        text,
    outgoing     boolean     not null,
    motive       text        not null default '',
    note         text        not null default '' check (length(note) <= 10000),
    ticket       text        not null default '',
    settled      boolean     not null default false,
    over_at      timestamptz,
    done_at      timestamptz,
    applied_at   timestamptz,
    primary key (line, conversation, login),
    check (applied_at is null or done_at is not null)
);
create index call_form_unfinished on call_form (login, opened_at) where done_at is null;
comment on column call_form.ticket is 'number of the open ticket that the call is about; empty for one of its own';
comment on column call_form.applied_at is 'when it went into the ticket; that needs both the agent''s word and the call''s own account';
