-- At which telephone each agent sits: a ringing call is shown to that agent and to nobody else.
create table agent_phone (
    login     text primary key references account (login),
    line      text not null check (line <> ''),
    extension text not null check (extension ~ '^[0-9A-Za-z_.-]{1,40}$'),
    unique (line, extension)
);
comment on column agent_phone.line is 'the exchange, an entry of channels.yaml';
