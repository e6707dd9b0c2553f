-- Reports of several people of one thing at one place. Each is a ticket of its own; first_id ties it to the incident's first
-- report. What a person parted stays parted.
create table incident_report (
    ticket_id  uuid primary key references ticket,
    motive     text        not null,
    thing      text        not null,
    road       text,
    kilometre  double precision,
    communes   text[]      not null,
    landmarks  text[]      not null,
    seen_at    timestamptz not null,
    first_id   uuid references ticket,
    confidence double precision check (confidence between 0 and 1),
    why        text        not null default '',
    linked_by  text,
    linked_at  timestamptz,
    parted_by  text,
    parted_at  timestamptz,
    check ((first_id is null) = (linked_by is null)),
    check (first_id <> ticket_id)
);
create index incident_report_on_road on incident_report (motive, thing, road, seen_at);
create index incident_report_in_town on incident_report (motive, thing, seen_at);
create index incident_report_of on incident_report (first_id) where first_id is not null;

-- A contact that had joined a ticket wrongly is a ticket of its own again; the two stay tied.
alter table ticket_link drop constraint ticket_link_why_check;
alter table ticket_link add constraint ticket_link_why_check check (why in ('follows', 'same_thread', 'quoted', 'separated'));
