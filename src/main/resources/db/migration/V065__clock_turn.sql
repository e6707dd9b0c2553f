-- What happened to a request's clocks: kept as it happened, only ever added to. The dates of deadline are counted again from
-- all of it after each event, so that none can be lost.
create table clock_turn (
    ticket_id uuid        not null references ticket,
    seq       bigint generated always as identity,
    at        timestamptz not null,
    kind      text        not null check (kind in ('pieces_asked', 'pieces_not_asked', 'complete', 'first_seized',
                                                   'transferred', 'partner_received', 'partner_accepted', 'returned',
                                                   'held', 'met', 'owed_again', 'qualified', 'settled', 'reopened')),
    on_day    date        not null,
    until     date,
    kinds     text[]      not null default '{}',
    article   text        not null default '',
    primary key (ticket_id, seq)
);
comment on column clock_turn.on_day is 'the day on which it counts, in Paris; at says when it was written down';

alter table deadline add column warn_on date;
alter table deadline add column rests_until date;
comment on column deadline.rests_until is 'does not run until then (CRPA L114-5); infinity: until somebody else has acted';
create index deadline_warn on deadline (warn_on);

-- Who was told that a date is near or has passed: a date that moves is told again.
create table deadline_notice (
    ticket_id uuid        not null references ticket,
    kind      text        not null,
    due_on    date        not null,
    what      text        not null check (what in ('near', 'passed')),
    at        timestamptz not null,
    primary key (ticket_id, kind, due_on, what)
);

-- What answers had met, and what first-level answers had stopped, before turns were kept.
insert into clock_turn (ticket_id, at, kind, on_day, kinds)
select a.ticket_id, a.sent_at, 'met', (a.sent_at at time zone 'Europe/Paris')::date,
       array(select m ->> 'kind' from jsonb_array_elements(a.met) m)
from answer a
where a.state = 'sent' and a.met <> '[]'
order by a.sent_at;
insert into clock_turn (ticket_id, at, kind, on_day, until)
select a.ticket_id, a.sent_at, 'held', (a.sent_at at time zone 'Europe/Paris')::date, (a.fields ->> 'until')::date
from answer a
where a.state = 'sent' and a.kind = 'holding' and a.fields ->> 'until' ~ '^\d{4}-\d{2}-\d{2}$'
order by a.sent_at;
insert into clock_turn (ticket_id, at, kind, on_day)
select t.id, t.ended_at, 'settled', (t.ended_at at time zone 'Europe/Paris')::date
from ticket t where t.status = 'settled';
