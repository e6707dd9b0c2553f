-- Which letters' paper may go, once read and kept: proposed on a bordereau to the Archives départementales, destroyed only under
-- their visa (Code du patrimoine L212-2, L214-3, R212-14). The program proposes and keeps the trace; it destroys nothing.
create table elimination (
    id              uuid primary key,
    number          bigint generated always as identity unique,
    drawn_at        timestamptz not null,
    drawn_by        text        not null,
    arrived_until   date        not null,
    visa_by         text,
    visa_on         date,
    visa_reference  text,
    visa_entered_by text,
    visa_entered_at timestamptz,
    withdrawn_at    timestamptz,
    withdrawn_by    text,
    destroyed_on    date,
    destroyed_by    text,
    destroyed_at    timestamptz,
    check (visa_on is null and num_nulls(visa_by, visa_reference, visa_entered_by, visa_entered_at) = 4
           or visa_on is not null and visa_by <> '' and visa_reference <> '' and visa_entered_by <> ''
              and visa_entered_at is not null),
    check (destroyed_on is null and num_nulls(destroyed_by, destroyed_at) = 2
           or destroyed_on is not null and destroyed_by <> '' and destroyed_at is not null),
    constraint nothing_destroyed_before_the_visa
        check (destroyed_on is null or visa_on is not null and destroyed_on >= visa_on),
    constraint nothing_destroyed_of_what_was_withdrawn check (withdrawn_at is null or destroyed_on is null)
);
comment on column elimination.visa_by is 'who gave it, at the Archives';

create table elimination_letter (
    elimination_id uuid    not null references elimination,
    intake_id      uuid    not null references intake,
    number         text    not null,
    motive         text    not null,
    site           text    not null,
    arrived_on     date    not null,
    sides          integer not null check (sides > 0),
    sha256         text    not null check (length(sha256) = 64),
    kept_back      text check (kept_back <> ''),
    primary key (elimination_id, intake_id)
);
create unique index elimination_once on elimination_letter (intake_id) where kept_back is null;
comment on column elimination_letter.kept_back is 'why its paper stays after all; it may be proposed again';

-- What was seen for visa is what is destroyed: after it no letter comes in, none changes, and the visa stays as it was entered.
create function elimination_is_sealed() returns trigger
    language plpgsql as $$
begin
    if exists (select 1 from elimination e
               where e.id = case when tg_op = 'DELETE' then old.elimination_id else new.elimination_id end
                 and (e.visa_on is not null or e.withdrawn_at is not null)) then
        raise exception 'the bordereau has its visa or was withdrawn: its letters stay as they are';
    end if;
    return case when tg_op = 'DELETE' then old else new end;
end
$$;
create trigger elimination_letter_sealed before insert or update or delete on elimination_letter
    for each row execute function elimination_is_sealed();

create function elimination_goes_forward() returns trigger
    language plpgsql as $$
begin
    if old.visa_on is not null and (new.visa_on, new.visa_by, new.visa_reference) is distinct from
                                   (old.visa_on, old.visa_by, old.visa_reference)
       or old.destroyed_on is not null and new is distinct from old
       or old.withdrawn_at is not null and new is distinct from old then
        raise exception 'a visa, a destruction and a withdrawal stay as they were entered';
    end if;
    return new;
end
$$;
create trigger elimination_forward before update on elimination
    for each row execute function elimination_goes_forward();
