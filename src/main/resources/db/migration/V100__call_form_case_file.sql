-- The case file that a call is about, as the agent heard its number.
alter table call_form add column case_file text not null default '' check (length(case_file) <= 40);
