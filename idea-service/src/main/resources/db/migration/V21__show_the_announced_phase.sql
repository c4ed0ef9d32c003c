-- The phase that was announced, the time of the announcement, and the time at which the phase begins.
alter table board
  add column next_phase text,
  add column announced_at timestamptz,
  add column next_phase_at timestamptz;
