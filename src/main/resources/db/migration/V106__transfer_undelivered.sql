-- A request that never reached the partner is ours again, and may be sent anew.
alter table transfer drop constraint transfer_state_check;
alter table transfer add constraint transfer_state_check
    check (state in ('sent', 'accepted', 'returned', 'undelivered'));
