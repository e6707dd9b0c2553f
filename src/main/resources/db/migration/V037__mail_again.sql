-- What finds the mails of one sender, and those of the same words: for threads without a reference, copies and floods.
create function mail_words(subject text, body text) returns text
    language sql immutable parallel safe
    return md5(lower(regexp_replace(left(subject || ' ' || coalesce(body, ''), 20000), '\s+', ' ', 'g')));
create index contact_mail_sender on contact ((detail #>> '{requester,mails,0}'), received_at desc) where channel = 'mail';
create index contact_mail_words on contact (mail_words(subject, detail ->> 'text'), received_at desc) where channel = 'mail';
create index intake_flood on intake (ended_at) where outcome = 'suppressed' and reason like 'afflux%';
