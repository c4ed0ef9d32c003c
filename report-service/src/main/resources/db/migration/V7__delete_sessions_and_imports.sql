-- What remains of a deleted session: its id, which no import gives again.
create table deleted_session (
  session_id uuid primary key,
  team_id uuid not null
);

create index deleted_session_by_team on deleted_session (team_id);

-- What remains of a deleted import: the answer to a repeated deletion.
create table deleted_import (
  id uuid primary key,
  team_id uuid not null,
  deleted_at timestamptz not null,
  sessions integer not null,
  ideas integer not null,
  kept integer not null
);

-- Which import brought a session first.
create index log_import_session_by_session on log_import_session (session_id);
