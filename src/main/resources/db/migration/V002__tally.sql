-- The equation: what was taken is what ended plus what is in flight. Totals are appended deltas, folded now and then,
-- so that no row is hot; the view reads both, and the rows in flight, in one snapshot.
create table tally (
    channel text   not null,
    what    text   not null,
    n       bigint not null,
    primary key (channel, what)
);
create table tally_delta (
    id      bigint generated always as identity primary key,
    channel text    not null,
    what    text    not null,
    n       integer not null
);

create view equation as
with total as (
    select channel, what, sum(n)::bigint as n
    from (select channel, what, n from tally union all select channel, what, n::bigint from tally_delta) as each_one
    group by channel, what
), flight as (
    select channel, 'in flight' as what, count(*) as n from intake where outcome is null group by channel
)
select channel, what, n from total
union all
select channel, what, n from flight;
