-- Who signs in, what each may do, and who does it while they are away. Passwords are hashes that name their method.
create table account (
    id           uuid primary key,
    login        text        not null unique check (login ~ '^[a-z0-9][a-z0-9._@-]{1,59}$'),
    display_name text        not null check (display_name <> ''),
    password     text        not null,
    enabled      boolean     not null default true,
    failures     integer     not null default 0,
    locked_until timestamptz,
    created_at   timestamptz not null
);
create table account_right (
    account_id  uuid not null references account,
    kind        text not null check (kind in
        ('agent', 'protected', 'walled', 'supervisor', 'switchboard', 'mailroom', 'administrator')),
    directorate text not null default '',
    service     text not null default '',
    primary key (account_id, kind, directorate, service),
    check ((kind in ('agent', 'protected', 'walled', 'supervisor')) = (directorate <> '')),
    check ((kind = 'walled') = (service <> ''))
);
create table absence (
    id         uuid primary key,
    account_id uuid not null references account,
    deputy_id  uuid not null references account,
    from_on    date not null,
    to_on      date not null,
    check (from_on <= to_on and account_id <> deputy_id)
);
create index absence_of_deputy on absence (deputy_id, to_on);
comment on column account.failures is 'wrong passwords in a row; from the fifth on, each makes the next try wait longer';

-- The one-time code by which the first administrator is made; only its hash is kept.
create table first_code (
    hash    text        not null primary key,
    made_at timestamptz not null
);
