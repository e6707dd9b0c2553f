-- Who downloaded what could not be handled: it has no ticket yet, and its bytes say all that a ticket would.
alter table reading alter column ticket_id drop not null;
alter table reading add column intake_id uuid references intake;
alter table reading add constraint reading_of_one check (num_nonnulls(ticket_id, intake_id) = 1);
alter table reading drop constraint reading_purpose_check;
alter table reading add constraint reading_purpose_check
    check (purpose in ('page', 'original', 'api', 'quarantine'));
create index reading_of_intake on reading (intake_id, at) where intake_id is not null;
