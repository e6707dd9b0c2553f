-- The reading copy of a letter (PDF/A with its text behind the pictures), made when it is first asked for; the original is untouched.
create table letter_copy (
    intake_id uuid        primary key references intake,
    sha256    text        not null check (length(sha256) = 64),
    size      bigint      not null check (size > 0),
    pages     integer     not null check (pages > 0),
    made_at   timestamptz not null default now()
);
