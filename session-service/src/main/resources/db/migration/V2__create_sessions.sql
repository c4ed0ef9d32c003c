create table session (
  id uuid primary key,
  team_id uuid not null references team,
  number integer,
  title text,
  problem text,
  summary text,
  held_on date,
  phase text not null check (phase in
    ('planned', 'lobby', 'quiet', 'sharing', 'converging', 'closing', 'closed', 'cancelled')),
  -- the edition of the team's log that this session was last taken from; null: it never was
  log_revision integer,
  created_at timestamptz not null,
  updated_at timestamptz not null
);

create index session_by_team on session (team_id, held_on desc nulls last, id);

create table participant (
  id uuid primary key,
  session_id uuid not null references session,
  position integer not null,
  name text not null
);

create index participant_by_session on participant (session_id, position);
