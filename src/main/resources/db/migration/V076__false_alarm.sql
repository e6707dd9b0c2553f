-- What was taken for danger and was none: its former desk alone remembers, and may take it back.
create table false_alarm (
    id          bigint generated always as identity primary key,
    ticket_id   uuid        not null references ticket,
    at          timestamptz not null,
    motive      text        not null,
    directorate text        not null,
    service     text,
    assignee    text,
    actor       text        not null,
    reason      text        not null check (reason <> ''),
    undone_by   text,
    undone_at   timestamptz,
    check ((undone_by is null) = (undone_at is null))
);
create index false_alarm_of on false_alarm (directorate, id desc);
create unique index false_alarm_standing on false_alarm (ticket_id) where undone_at is null;

alter table ticket_event add column kept_for text;
comment on column ticket_event.kept_for is 'the directorate whose restricted desk alone sees it: what was done before a false alarm was given back';
alter table decision add column kept_for text;
comment on column decision.kept_for is 'the same, for why it was seen as danger';
alter policy ordinary on ticket_event using (kept_for is null and not is_protected_ticket(ticket_id));
