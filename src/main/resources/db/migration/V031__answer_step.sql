-- Who must see and sign an answer before it leaves, in order, and what each said; a round for each time it is submitted.
create table answer_step (
    answer_id uuid     not null references answer on delete cascade,
    round     smallint not null,
    place     smallint not null,
    kind      text     not null check (kind in ('visa', 'signature')),
    post      text     not null,
    state     text     not null check (state in ('waiting', 'given', 'refused')),
    actor     text,
    signed_as text,
    remark    text,
    at        timestamptz,
    handed_at timestamptz,
    primary key (answer_id, round, place),
    check ((state = 'waiting') = (at is null)),
    check (state <> 'refused' or remark <> '')
);
create index answer_step_waiting on answer_step (answer_id) where state = 'waiting';
comment on column answer_step.post is 'a visa''s post in signatures.yaml; empty for a signature: whoever may sign the motive';
comment on column answer_step.signed_as is 'name and title under which it was signed, as the citizen reads them';
comment on column answer_step.handed_at is 'when it was given to the outside signature book';
