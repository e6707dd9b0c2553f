-- One row per thing taken in, whichever channel brought it; it is written before the source is told "taken".
-- (channel, source, reference) is the source's own identity: a second delivery finds its row.
create table intake (
    id           uuid primary key,
    channel      text        not null check (channel in ('phone', 'mail', 'letter', 'form', 'counter', 'video')),
    source       text        not null check (source <> ''),
    reference    text        not null check (reference <> ''),
    received_at  timestamptz not null,
    taken_at     timestamptz not null,
    announced_at timestamptz not null,
    media_type   text        not null,
    facts        jsonb       not null,
    sha256       text        not null check (length(sha256) = 64),
    size         bigint      not null check (size >= 0),
    attempts     integer     not null default 0,
    outcome      text check (outcome in
        ('opened', 'joined', 'settled', 'filed', 'suppressed', 'rejected', 'quarantined')),
    reason       text,
    ended_at     timestamptz,
    unique (channel, source, reference),
    check ((outcome is null) = (ended_at is null))
);
create index intake_in_flight on intake (announced_at) where outcome is null;
comment on column intake.received_at is 'when the administration''s equipment first saw it, not when this program did';
comment on column intake.attempts is 'counted before the work, so that an item which kills the process is known';
comment on column intake.announced_at is 'when it was last put on its queue; a sweep announces again what waited too long';
