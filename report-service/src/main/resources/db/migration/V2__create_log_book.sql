-- A team's log book: what is report-service's own.

create table log_book (
  team_id uuid primary key,
  -- what stands around the sessions: title, note, standards; null: no log was imported yet
  frame jsonb
);

create table log_session (
  session_id uuid primary key,
  team_id uuid not null references log_book,
  -- the session's place in the log
  position integer not null,
  -- grows with every edition that changed the session, from 1
  revision integer not null,
  -- of what the session says in the log: equal means unchanged
  digest text not null,
  -- why the revision failed_revision could not be taken in
  failed_revision integer,
  failure text
);

create index log_session_by_team on log_session (team_id, position);

-- How a session was written in the log: mark-up and white space, none of its words. As JSON text,
-- since only the renderer reads it: jsonb would take it apart and put it together for nothing.
create table log_layout (
  session_id uuid not null references log_session,
  revision integer not null,
  layout text not null,
  primary key (session_id, revision)
);

create table log_import (
  id uuid primary key,
  team_id uuid not null references log_book,
  accepted_at timestamptz not null,
  -- all that does not change any more: warnings, changes, how many of which kind
  outcome jsonb not null
);

create index log_import_by_team on log_import (team_id, accepted_at);

create table log_import_session (
  import_id uuid not null references log_import,
  session_id uuid not null references log_session,
  revision integer not null,
  ideas integer not null,
  title text,
  primary key (import_id, session_id)
);
