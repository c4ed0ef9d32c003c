-- What the scorecard of a session needs in addition: all of it is null until an event of this version's projection.

alter table report
  add column language text,
  add column over_days boolean,
  -- the version of the rules by which the session is scored, from when it closed
  add column rules_version integer;
