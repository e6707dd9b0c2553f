-- A person is also asked for whom a contact is, when that may be several people: one question a contact, first of who asks.
alter table identity_question add column beneficiary boolean not null default false;
comment on column identity_question.beneficiary is 'whether it asks for whom the contact is; else who asks. The same in all rows of a contact';
