-- Files of the directorates' own software, as it tells of them: whose they are and who deals with them. The same number may
-- be several people's: a couple, a family.
create table case_file (
    source      text        not null,
    number      text        not null check (number <> ''),
    citizen_id  uuid        not null references citizen,
    written     text        not null,
    directorate text        not null,
    referent    text        not null default '',
    sector      text        not null default '',
    since       timestamptz not null,
    ended_at    timestamptz,
    primary key (number, source, citizen_id)
);
create index case_file_citizen on case_file (citizen_id);
create index case_file_standing on case_file (source) where ended_at is null;
comment on column case_file.number is 'as compared: upper case, letters and digits only';
comment on column case_file.ended_at is 'when it was missing in what the software told; it identifies nobody from then on';
