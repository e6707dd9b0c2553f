-- What is known of a citizen, each thing with where it comes from, since when and how sure it is.
create table citizen_fact (
    citizen_id uuid        not null references citizen,
    kind       text        not null check (kind in (
        'surname', 'first-name', 'sex', 'birth-date', 'phone', 'mail', 'address')),
    value      text        not null check (value <> ''),
    source     text        not null check (source <> ''),
    proof      text        not null check (proof in ('claimed', 'matched', 'checked')),
    first_seen timestamptz not null,
    last_seen  timestamptz not null,
    primary key (citizen_id, kind, value)
);
comment on column citizen_fact.value is 'in its form for comparison: folded, E.164, ISO date';
comment on column citizen_fact.source is 'contact, import or an agent''s account';
comment on column citizen_fact.proof is 'claimed: said once; matched: said by a contact that other facts attached; checked: an agent or a register vouches';

-- The same in one row, and the keys by which the row is found: each key is a hash of a phone, of a name's sound and a year...
alter table citizen add column known text not null default '';
create table citizen_key (
    key        bigint not null,
    citizen_id uuid   not null references citizen,
    primary key (key, citizen_id)
);
create index citizen_key_citizen on citizen_key (citizen_id);

-- Whom a person is asked about: the contact's candidates, the likeliest first.
create table identity_question (
    contact_id uuid not null references contact,
    rank       int  not null,
    citizen_id uuid not null references citizen,
    primary key (contact_id, rank)
);
create index identity_question_citizen on identity_question (citizen_id);
