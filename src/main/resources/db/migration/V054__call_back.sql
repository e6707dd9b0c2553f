-- Who is owed a call: one row for each citizen and matter. A caller who withheld the number cannot be called and has none.
create table call_back (
    id             uuid primary key,
    number         text        not null check (number ~ '^\+?[0-9]{2,15}$'),
    citizen_id     uuid references citizen,
    motive         text        not null,
    ticket_id      uuid        not null references ticket,
    first_missed_at timestamptz not null,
    last_missed_at timestamptz not null,
    missed         integer     not null default 1 check (missed > 0),
    tries          integer     not null default 0 check (tries >= 0),
    taken_by       text,
    ended_at       timestamptz,
    ended_by       text,
    why            text check (why in ('answered', 'reached', 'given-up', 'ticket-ended')),
    answered_at    timestamptz,
    check (first_missed_at <= last_missed_at),
    check ((ended_at is null) = (why is null))
);
create unique index call_back_number on call_back (number, motive) where ended_at is null;
create index call_back_citizen on call_back (citizen_id, motive) where ended_at is null;
create index call_back_wait on call_back (first_missed_at, id) where ended_at is null;
create index call_back_ticket on call_back (ticket_id);
comment on column call_back.why is 'answered: the citizen got through later, at answered_at; reached: an agent called back';
