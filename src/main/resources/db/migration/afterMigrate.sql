-- After each migration: a table without a rule of its own (see V068__restricted_rows.sql) is closed to all but its owner, the hub.
do $$
declare
    open_table regclass;
begin
    for open_table in
        select c.oid::regclass from pg_class c
        where c.relnamespace = current_schema()::regnamespace and c.relkind = 'r' and not c.relrowsecurity
          and pg_get_userbyid(c.relowner) = current_user and c.relname <> 'flyway_schema_history'
    loop
        execute format('alter table %s enable row level security', open_table);
    end loop;
end
$$;
