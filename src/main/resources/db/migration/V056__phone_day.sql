-- The day's calls, for supervision.
create index contact_phone_day on contact (received_at) where channel = 'phone';
