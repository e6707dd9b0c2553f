-- How far each mailbox folder was read, for whichever hub reads it next. A mail below the mark may still wait unseen.
create table mailbox_mark (
    source       text        not null,
    place        text        not null,
    uid_validity bigint      not null,
    last_uid     bigint      not null check (last_uid >= 0),
    looked_at    timestamptz not null,
    primary key (source, place)
);
comment on column mailbox_mark.place is 'user and folder: another folder under the same name begins anew';
comment on column mailbox_mark.uid_validity is 'of the folder; when the server gives another, its UIDs mean other mails';

-- A refresh token that replaced the configured one, which may run out. Only the configured one's hash is kept.
create table mailbox_token (
    configured_sha256 text        primary key check (length(configured_sha256) = 64),
    latest            text        not null check (latest <> ''),
    kept_at           timestamptz not null
);
