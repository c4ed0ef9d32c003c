-- The day of a session in the team's list: when it was or will be held or, without a date, when it was planned.
alter table session add column listed_on date
  generated always as (coalesce(held_on, (created_at at time zone 'UTC')::date)) stored;

create index session_by_listed_on on session (team_id, listed_on, id);
drop index session_by_team;
