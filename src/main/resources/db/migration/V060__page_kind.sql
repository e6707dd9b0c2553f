-- What a page is for and how it lay, the codes printed on it and where each of its words stands: a file is cut into its
-- letters from this, without being read again.
alter table page
    add column kind     text    not null default 'letter' check (kind in ('letter', 'blank', 'separator')),
    add column rotation integer not null default 0 check (rotation in (0, 90, 180, 270)),
    add column codes    text    not null default '',
    add column words    text    not null default '';
comment on column page.rotation is 'degrees by which its picture was turned clockwise to be upright';
comment on column page.codes is 'one a line, TYPE=TEXT';
comment on column page.words is 'five numbers for each word of the text: confidence, left, top, width, height in pixels';
