-- What a directorate's own software left unread until its time ran out: the message is gone, its ticket is still in the
-- console. No word of what was said.
create table missed_message (
    id          bigint generated always as identity primary key,
    message_id  text        not null unique,
    directorate text        not null,
    kind        text        not null,
    ticket      text        not null,
    sent_at     timestamptz not null,
    expired_at  timestamptz not null
);
create index missed_of_directorate on missed_message (directorate, id desc);
comment on column missed_message.ticket is 'its number, blank when the message named none';
