-- The end of a quiet phase over days; null: it has a minimum length in minutes.
alter table session
  add column quiet_until timestamptz,
  -- whether people may write before the quiet phase begins; null: they may not
  add column collect_early boolean;
