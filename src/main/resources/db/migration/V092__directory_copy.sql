-- What a directory elsewhere held when it last answered: a hub that starts while it is away has its colleagues all the same.
create table directory_copy (
    source     text        primary key check (source <> ''),
    read_at    timestamptz not null,
    colleagues jsonb       not null check (jsonb_typeof(colleagues) = 'array')
);
comment on column directory_copy.source is 'server and base, without the account';
