-- The phase in which the group sees its results.
alter table session
  drop constraint session_phase_check,
  add constraint session_phase_check check (phase in
    ('planned', 'lobby', 'quiet', 'sharing', 'converging', 'agreeing', 'closing', 'closed',
     'cancelled'));
