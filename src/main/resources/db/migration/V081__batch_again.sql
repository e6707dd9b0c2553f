-- A file dropped again with the same bytes is the batch that was taken before: when, and under which name, it came again.
create table batch_again (
    batch_id   uuid        not null references batch,
    file_name  text        not null,
    written_at timestamptz not null,
    first_at   timestamptz not null,
    last_at    timestamptz not null,
    times      integer     not null default 1 check (times > 0),
    primary key (batch_id, file_name, written_at)
);
create index batch_again_latest on batch_again (last_at);
comment on column batch_again.written_at is 'as its drop folder says: a file that could not be moved away is taken every second, and is one row';
