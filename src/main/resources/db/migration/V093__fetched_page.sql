-- The numbered files of one letter on a server cannot be moved away in one step. They are noted before the letter is taken,
-- so that after a kill those left of a letter that is safe are moved away, and never taken for another letter.
create table fetched_page (
    place      text   not null check (place <> ''),
    path       text   not null check (path <> ''),
    size       bigint not null check (size >= 0),
    written    bigint not null,
    source     text   not null check (source <> ''),
    reference  text   not null check (reference <> ''),
    noted_at   timestamptz not null default now(),
    primary key (place, path)
);
comment on table fetched_page is 'a row goes when its file has left the drop folder; the letter is safe once its intake is there';
comment on column fetched_page.place is 'the drop folder, by its route';
comment on column fetched_page.path is 'on the server';
comment on column fetched_page.written is 'in milliseconds since 1970, as the server lists it: some servers tell minutes only';
