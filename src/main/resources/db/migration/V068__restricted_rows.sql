-- What the restricted way holds is read by the hub alone. Whoever else may read this database (statistics, support, another
-- program) meets, whatever was granted to it, ordinary tickets only, and no table that holds citizens' words. The owner of the
-- tables, which the hub is, is not held by these rules; afterMigrate.sql holds every other table closed.
create function is_protected_ticket(wanted uuid) returns boolean
    language sql stable security definer set search_path from current
    return exists (select 1 from ticket t where t.id = wanted and t.priority = 'protected');
create function is_protected_contact(wanted uuid) returns boolean
    language sql stable security definer set search_path from current
    return exists (select 1 from ticket_contact tc join ticket t on t.id = tc.ticket_id
                   where tc.contact_id = wanted and t.priority = 'protected');
comment on function is_protected_contact is 'a contact that also speaks of danger is kept whole, whatever else it asks';

create policy ordinary on ticket for select using (priority <> 'protected');
create policy ordinary on attribution for select using (not is_protected_ticket(ticket_id));
create policy ordinary on deadline for select using (not is_protected_ticket(ticket_id));
create policy ordinary on deadline_notice for select using (not is_protected_ticket(ticket_id));
create policy ordinary on clock_turn for select using (not is_protected_ticket(ticket_id));
create policy ordinary on ticket_event for select using (not is_protected_ticket(ticket_id));
create policy ordinary on ticket_contact for select using (not is_protected_ticket(ticket_id));
create policy ordinary on contact for select using (not is_protected_contact(id));
create policy ordinary on answer for select using (not is_protected_ticket(ticket_id));
create policy ordinary on transfer for select using (not is_protected_ticket(ticket_id));
create policy ordinary on ticket_link for select
    using (not is_protected_ticket(ticket_id) and not is_protected_ticket(other_id));
create policy counted on tally for select using (true);
create policy counted on tally_delta for select using (true);
