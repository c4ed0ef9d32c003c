-- The id that the parser derives for a session as it is now. Null: the session's own id, because neither its date nor its title was
-- corrected. text_hash is of the text below the heading, by which a session is recognized after a correction; null: unknown.
alter table log_session
  add column derived_id uuid,
  add column text_hash text;

-- The content of the current edition of a session, as JSON text, until its report is complete.
create table log_edition (
  session_id uuid primary key,
  revision integer not null,
  content text not null
);

-- The log book before an import, as long as the import can be undone. Without foreign keys: the previous version deletes imports and
-- sessions, and knows nothing of these tables.
create table log_undo (
  import_id uuid primary key,
  team_id uuid not null,
  -- the order of a team's imports
  place bigint generated always as identity,
  accepted_at timestamptz not null,
  frame_changed boolean not null,
  -- the frame before; null: there was none
  frame text,
  -- the order of the sessions before; null: the import did not change it
  sessions uuid[],
  -- the size of this row and its replaced editions
  bytes bigint not null
);

create index log_undo_by_team on log_undo (team_id, place);
create index log_undo_by_time on log_undo (accepted_at);

-- The sessions that an import changed, as they were before. Content, layout and outcome are JSON text.
create table log_replaced (
  import_id uuid not null,
  session_id uuid not null,
  digest text not null,
  derived_id uuid,
  text_hash text,
  -- null: the import changed only the layout
  content text,
  layout text not null,
  outcome text,
  -- whether number, date or title were corrected and the session was recognized by its text
  matched boolean not null,
  -- the session that the match was split into
  split_into uuid,
  primary key (import_id, session_id)
);

create index log_replaced_by_session on log_replaced (session_id);

-- Matches that a person has split. A session with this date and title (as a derived id) is never matched with the session again.
create table log_split (
  session_id uuid not null,
  named uuid not null,
  primary key (session_id, named)
);

-- Whether the import created the session. Null: imported by the previous version.
alter table log_import_session add column added boolean;

-- The sessions of the log with their changes, as a list. It is not a part of outcome, which the previous version reads.
alter table log_import add column found jsonb;

-- How many sessions were restored when the import was undone. Null: it was deleted.
alter table deleted_import add column restored integer;
