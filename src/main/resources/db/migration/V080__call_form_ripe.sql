-- Forms of calls that are finished and not yet in their tickets: for a minute their agent may take them back.
create index call_form_ripe on call_form (done_at) where done_at is not null and applied_at is null;
