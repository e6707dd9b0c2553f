-- How far each register has been imported, so that an import that was interrupted goes on where it stopped.
create table citizen_import (
    source     text        primary key check (source <> ''),
    file       text        not null,
    rows       bigint      not null check (rows >= 0),
    updated_at timestamptz not null
);
comment on column citizen_import.file is 'size and beginning of the file, hashed: another file begins at its first row';
