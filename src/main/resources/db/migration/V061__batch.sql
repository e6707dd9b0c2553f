-- A batch is one file that a scanner dropped; its row is written by the statement that takes the file in. Each letter of
-- it is a row beside, and each page says which letter it went to: one column, so that no page lies in two.
create table batch (
    id         uuid primary key references intake,
    source     text        not null check (source <> ''),
    reference  text        not null check (reference <> ''),
    file_name  text        not null,
    site       text        not null,
    arrived_on date,
    sha256     text        not null check (length(sha256) = 64),
    size       bigint      not null check (size >= 0),
    taken_at   timestamptz not null,
    unique (source, reference)
);
create index batch_latest on batch (taken_at desc, id);
comment on column batch.id is 'the intake of the file, which is also that of its first letter';
comment on column batch.source is 'the drop folder: which scanner of which mail room';
comment on column batch.arrived_on is 'as the folder or the day of the scan said; a letter may say otherwise';

create table batch_letter (
    batch_id  uuid    not null references batch,
    number    integer not null check (number > 0),
    intake_id uuid unique references intake,
    waits     text,
    cut_by    text,
    cut_at    timestamptz,
    primary key (batch_id, number),
    check (intake_id is not null or waits is not null),
    check ((cut_by is null) = (cut_at is null))
);
create index batch_letter_waiting on batch_letter (batch_id) where waits is not null;
comment on column batch_letter.waits is 'why a person must say where it ends; null when it went on its way';
comment on column batch_letter.cut_by is 'who said where it ends';

alter table page
    add column letter integer check (letter > 0),
    add column cut    text check (cut in ('file', 'separator', 'guess', 'hand')),
    add column steps  text not null default '';
comment on column page.letter is 'which letter of its file it went to; null while it is not known';
comment on column page.cut is 'why a letter begins here; guess: only proposed';
comment on column page.steps is 'what was done to its picture before it was read, parted by blanks, for example straightened=1.4';

insert into batch (id, source, reference, file_name, site, arrived_on, sha256, size, taken_at)
select id, source, reference, coalesce(facts ->> 'fileName', ''), coalesce(facts ->> 'site', ''),
       case when facts ->> 'arrivedOn' ~ '^\d{4}-\d\d-\d\d$' then (facts ->> 'arrivedOn')::date end, sha256, size, taken_at
from intake where channel = 'letter' and position('#' in reference) = 0;
insert into batch_letter (batch_id, number, intake_id)
select b.id, case when i.id = b.id then 1 else split_part(i.reference, '#', 2)::integer end, i.id
from intake i join batch b on b.source = i.source and b.reference = split_part(i.reference, '#', 1)
where i.channel = 'letter';
