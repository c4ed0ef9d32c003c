-- The end of the time that was set for the sharing, converging or agreeing phase.
alter table session
  add column timer_ends_at timestamptz,
  -- the planned lengths of these phases in minutes; null: no time is set
  add column sharing_minutes integer,
  add column converging_minutes integer,
  add column agreeing_minutes integer,
  -- whether the sharing phase begins by itself when everybody is ready; null: it does not
  add column auto_advance boolean;
