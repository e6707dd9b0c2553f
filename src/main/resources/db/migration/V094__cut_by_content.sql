-- A letter may also begin where its head says so beyond doubt, without a separator sheet before it.
alter table page
    drop constraint page_cut_check,
    add constraint page_cut_check check (cut in ('file', 'separator', 'content', 'guess', 'hand'));
