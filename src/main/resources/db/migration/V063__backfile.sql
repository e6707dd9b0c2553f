-- A stock of old files, read beside the day's letters: what its index says of each file, and what became of it. A row is
-- written for every line and every file before the first page is read, so that a start after a kill goes on where it was.
create table backfile (
    id            uuid        primary key,
    folder        text        not null,
    index_file    text        not null,
    print         text        not null,
    registered_at timestamptz not null default now(),
    paused        boolean     not null default false,
    ended_at      timestamptz,
    unique (folder, print)
);
comment on column backfile.print is 'hash of the index: the same stock told again is the same work';

create table backfile_item (
    backfile_id uuid        not null references backfile,
    number      integer     not null check (number > 0),
    path        text        not null,
    case_file   text        not null default '',
    person      jsonb       not null default '{}',
    state       text        not null check (state in ('waiting', 'filed', 'doubtful', 'unknown', 'unreadable', 'missing',
                                                       'unlisted', 'twice')),
    reason      text        not null default '',
    pages       integer     not null default 0 check (pages >= 0),
    intake_id   uuid references intake,
    ended_at    timestamptz,
    primary key (backfile_id, number)
);
create index backfile_waiting on backfile_item (backfile_id, number) where state = 'waiting';
create index backfile_pace on backfile_item (backfile_id, ended_at) where ended_at is not null;

-- Old papers in the case file that they belong to, whether or not the citizen is known.
create table case_document (
    contact_id uuid primary key references contact,
    case_file  text not null check (case_file <> ''),
    path       text not null
);
create index case_document_file on case_document (case_file);
comment on column case_document.case_file is 'as compared: upper case, without separators';
