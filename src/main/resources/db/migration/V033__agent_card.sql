-- What a citizen reads of the agent in charge (CRPA L111-2): function and address; nothing of who must stay unnamed.
create table agent_card (
    login    text primary key references account (login),
    function text    not null default '',
    address  text    not null default '',
    phone    text    not null default '',
    unnamed  boolean not null default false
);
