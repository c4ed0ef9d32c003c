-- The end of the time that was set for the sharing, converging or agreeing phase.
alter table session
  add column timer_ends_at timestamptz,
  -- the planned lengths of these phases in minutes; null: no time is set
  add column sharing_minutes integer,
  add column converging_minutes integer,
  add column agreeing_minutes integer,
  -- whether the announced phase was announced because everybody is ready
  add column announced_by_itself boolean not null default false,
  -- whether a facilitator stopped such an announcement since somebody was last not ready
  add column advance_stopped boolean not null default false,
  -- whether the sharing phase begins by itself when everybody is ready; null: it does not
  add column auto_advance boolean;
