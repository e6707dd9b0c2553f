-- What must be told to the broker, written in the transaction that made it true; one relay sends in order, then deletes.
create table outbox (
    id           bigint generated always as identity primary key,
    message_id   uuid        not null default gen_random_uuid(),
    kind         text        not null check (kind in ('queue', 'topic')),
    destination  text        not null,
    group_key    text,
    content_type text        not null,
    body         text        not null,
    written_at   timestamptz not null default now()
);
comment on column outbox.message_id is 'the broker''s duplicate id: random, so that a restored database repeats none';

-- One reader per source among several hubs; the fencing number grows with each new holder.
create table lease (
    name    text primary key,
    holder  text        not null,
    fencing bigint      not null,
    until   timestamptz not null
);
