-- A cheque, an original: what lay with a letter must go back to the citizen, and is a task until somebody has noted how it went.
create table returned_item (
    contact_id  uuid primary key references contact,
    how         varchar(200) not null check (how <> ''),
    returned_by text         not null,
    returned_at timestamptz  not null
);
create index contact_to_return on contact (received_at)
    where channel = 'letter' and (detail #> '{channel,findings,toReturn,0}') is not null;
