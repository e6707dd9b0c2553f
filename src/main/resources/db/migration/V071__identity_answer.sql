-- What a person has answered when asked whose contact it is. The question's rows are gone then; whom it was about stays here.
create table identity_answer (
    contact_id  uuid primary key references contact,
    candidates  uuid[]      not null,
    citizen_id  uuid references citizen,
    opened_id   uuid        not null references citizen,
    merge_id    uuid references citizen_merge,
    answered_by text        not null,
    answered_at timestamptz not null
);
create index identity_answer_citizen on identity_answer (citizen_id);
create index identity_answer_opened on identity_answer (opened_id);
comment on column identity_answer.citizen_id is 'who it is; null when none of the candidates';
comment on column identity_answer.opened_id is 'the record that holds what this contact gave, one person with the chosen citizen as long as the merge stands';

-- Who has said that a citizen is known to few only, or no longer.
create table confidential_change (
    id           bigint generated always as identity primary key,
    citizen_id   uuid        not null references citizen,
    confidential boolean     not null,
    changed_by   text        not null,
    changed_at   timestamptz not null
);
create index confidential_change_citizen on confidential_change (citizen_id);
