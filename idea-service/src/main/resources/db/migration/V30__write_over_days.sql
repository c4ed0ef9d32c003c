-- Sessions over days, and ideas that are written before a session opens.
alter table board
  -- the end of a quiet phase over days; null: it has a minimum length in minutes
  add column quiet_until timestamptz,
  -- the hours before that end at which people were last reminded; null: they were not
  add column quiet_reminder integer,
  -- whether people may write before the quiet phase begins
  add column collect_early boolean not null default false;
