-- Screens of a room that wait until a facilitator admits them as observers.
create table screen (
  id uuid primary key,
  session_id uuid not null references session on delete cascade,
  -- the hash of the key with which the screen takes its seat, and comes back to it
  rejoin_hash bytea not null,
  -- what the screen shows, so that a facilitator recognizes it
  sign text not null,
  requested_at timestamptz not null,
  expires_at timestamptz not null
);

create index screen_by_session on screen (session_id, requested_at);
