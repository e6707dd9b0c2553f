-- What can be heard of calls: messages left on the voicemail, and recordings. A caller's number is in no row: a sound is
-- tied to its call, which says whose it is, or that the number was withheld.
create table call_sound (
    id         uuid primary key,
    line       text        not null check (line <> ''),
    reference  text        not null check (reference <> ''),
    kind       text        not null check (kind in ('voicemail', 'recording')),
    mailbox    text        not null,
    began_at   timestamptz not null,
    lasted     interval    not null,
    media_type text        not null,
    sha256     text        not null check (length(sha256) = 64),
    size       bigint      not null check (size > 0),
    kept_at    timestamptz not null,
    intake_id  uuid references intake,
    deleted_at timestamptz,
    unique (line, reference)
);
create index call_sound_of on call_sound (intake_id);
create index call_sound_bytes on call_sound (sha256);
create index call_sound_kept on call_sound (kind, kept_at) where deleted_at is null;
comment on column call_sound.reference is 'the exchange''s own identity of it';
comment on column call_sound.intake_id is 'its call; null until that is known';
comment on column call_sound.deleted_at is 'when its bytes were deleted: the row stays, so that it is not fetched again';

-- Mails of exchanges about messages, whose sounds are still to be drawn out of them.
create table call_sound_mail (
    intake_id uuid primary key references intake,
    drawn_at  timestamptz
);
create index call_sound_mail_waiting on call_sound_mail (intake_id) where drawn_at is null;
