-- For whom a contact asks, when it is not who asks: the ticket is the beneficiary's, the contact stays the requester's.
alter table contact add column beneficiary_id uuid references citizen;
create index contact_beneficiary on contact (beneficiary_id) where beneficiary_id is not null;
