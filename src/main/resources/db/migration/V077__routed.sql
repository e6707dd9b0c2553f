-- How each ticket was routed when it opened: what is reassigned afterwards says how good the routing is, by rule and by rules' version.
alter table ticket
    add column routed_to   text,
    add column routed_as   text,
    add column routed_by   text,
    add column routed_with text;
comment on column ticket.routed_to is 'the directorate that it was given to; empty for tickets of before this was kept';
comment on column ticket.routed_by is 'the first rule of the classification''s evidence';
comment on column ticket.routed_with is 'version of routing.yaml and routing-learned.yaml together';
create index ticket_opened on ticket using brin (opened_at);
