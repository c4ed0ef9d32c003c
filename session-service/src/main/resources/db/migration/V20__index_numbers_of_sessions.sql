-- The next number of a team's log, and whether a number is taken.
create index session_by_number on session (team_id, number) where number is not null;
