-- The mail room's own work: which letters it may cut, letters found by their sender and day, days of arrival set right.

-- Letters of which a person may say where they end: those that wait for it, and a file in which none was found.
create view cuttable as
select l.batch_id, l.number from batch_letter l where l.waits is not null
union all
select l.batch_id, l.number
from batch_letter l join batch b on b.id = l.batch_id join intake i on i.id = l.intake_id
where l.number = 1 and l.waits is null and i.outcome = 'quarantined'
  and exists (select 1 from page p where p.source = b.source and p.reference = b.reference and p.letter = 1)
  and not exists (select 1 from page p where p.source = b.source and p.reference = b.reference and p.kind = 'letter');

-- A letter's sender as it is searched: small letters without accents, word by word.
create function letter_sender(detail jsonb) returns tsvector language sql immutable
return to_tsvector('simple', translate(lower(coalesce(detail #>> '{channel,findings,senderName,value}', '')),
                                       'àâäçéèêëîïôöùûüÿ', 'aaaceeeeiioouuuy'));
create index contact_letter_sender on contact using gin (letter_sender(detail)) where channel = 'letter';
create index contact_letter_arrival on contact ((detail #>> '{channel,arrivedOn}')) where channel = 'letter';

create table arrival_correction (
    id           bigint generated always as identity primary key,
    intake_id    uuid        not null references intake,
    former       date,
    arrived_on   date        not null,
    corrected_by text        not null,
    corrected_at timestamptz not null
);
create index arrival_correction_of on arrival_correction (intake_id);
comment on table arrival_correction is 'who said that a letter arrived on another day than was thought; only ever added to';
