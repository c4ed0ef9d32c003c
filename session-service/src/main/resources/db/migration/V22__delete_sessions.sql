-- What remains of a deleted session: that it was deleted. A repeated deletion has the same answer.
create table deleted_session (
  session_id uuid primary key,
  team_id uuid not null,
  participants integer not null,
  deleted_at timestamptz not null
);

create index deleted_session_by_team on deleted_session (team_id);

-- After how many days the sessions of a team are deleted; null: never.
alter table team add column retention_days integer check (retention_days between 1 and 3650);
