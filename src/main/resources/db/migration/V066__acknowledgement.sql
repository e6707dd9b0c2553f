-- Acknowledgements and demands for pieces are kinds of their own: what they meet must not hang on a template that may be edited.
-- What cannot be mailed, or came back, is printed and posted.
alter table answer drop constraint answer_kind_check;
alter table answer add constraint answer_kind_check
    check (kind in ('receipt', 'reply', 'holding', 'acknowledgement', 'missing_pieces', 'transfer', 'transfer_notice'));
alter table answer drop constraint answer_state_check;
alter table answer add constraint answer_state_check
    check (state in ('draft', 'visa', 'signature', 'ready', 'sending', 'sent', 'undelivered', 'given-up', 'stopped',
                     'discarded', 'paper', 'posted'));
create index answer_to_post on answer (saved_at) where state in ('paper', 'undelivered');
create unique index answer_one_acknowledgement on answer (ticket_id)
    where kind = 'acknowledgement' and state in ('ready', 'sending', 'paper');
