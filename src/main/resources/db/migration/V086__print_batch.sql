-- Letters to citizens: an answer that its author sends by post, and the batches in which letters are printed with their slip.
alter table answer add column medium text not null default 'mail' check (medium in ('mail', 'letter'));
update answer set medium = 'letter' where state in ('paper', 'posted') and recipient = '';
comment on column answer.medium is 'of a letter, recipient holds the postal address in lines; blank for the one that the citizen gave last';

alter table contact_wish drop constraint contact_wish_kind_check;
alter table contact_wish add constraint contact_wish_kind_check
    check (kind in ('never-mail', 'only-address', 'never-address', 'never-letter', 'never-phone'));

create table print_batch (
    id         uuid primary key,
    number     bigint generated always as identity unique,
    made_at    timestamptz not null,
    made_by    text        not null,
    restricted boolean     not null,
    printed_at timestamptz,
    printed_by text,
    posted_on  date,
    posted_at  timestamptz,
    posted_by  text,
    check ((printed_at is null) = (printed_by is null)),
    check ((posted_at is null) = (posted_by is null) and (posted_at is null) = (posted_on is null)),
    check (posted_at is null or printed_at is not null)
);
comment on column print_batch.restricted is 'some letter of it is not the mail room''s to read';
create index print_batch_open on print_batch (made_at) where posted_at is null;

-- A letter lies in one batch that has not been posted without it: taken out, it waits for the next one.
create table print_letter (
    batch_id  uuid     not null references print_batch,
    place     smallint not null check (place > 0),
    answer_id uuid     not null references answer,
    number    text     not null,
    town      text     not null,
    pages     smallint not null check (pages > 0),
    sha256    text     not null check (length(sha256) = 64),
    size      bigint   not null check (size > 0),
    files     text[]   not null default '{}',
    taken_out text,
    primary key (batch_id, place)
);
create unique index print_letter_once on print_letter (answer_id) where taken_out is null;
comment on column print_letter.sha256 is 'of its PDF in the content store, made once: a batch printed again is the same';
comment on column print_letter.files is 'what goes into its envelope beside it';
comment on column print_letter.taken_out is 'why it is not posted with this batch';
