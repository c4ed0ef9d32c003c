-- A deleted team whose sessions are still being removed. Nobody sees the team or its sessions any
-- more; the row goes with the last of them.
create table team_removal (
  team_id uuid primary key references team,
  deleted_at timestamptz not null
);
