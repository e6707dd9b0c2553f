-- The written forms by which a person looks a citizen up, so that what is typed so far is the beginning of some of them.
create table citizen_form (
    form       text collate "C" not null,
    citizen_id uuid             not null references citizen,
    primary key (form, citizen_id)
);
create index citizen_form_citizen on citizen_form (citizen_id);
comment on column citizen_form.form is 'n: a name, s: how it sounds, t: a phone, m: a mailbox, d: a birth date and a name';

-- Whose tickets somebody's contacts belong to: what a viewer may see of a citizen depends on all of them.
create index contact_of_citizen on contact (citizen_id);

-- Up to which citizen of before the forms are made; the row goes when all are.
create table citizen_form_left (after_id uuid not null);
insert into citizen_form_left select '00000000-0000-0000-0000-000000000000' where exists (select 1 from citizen);
