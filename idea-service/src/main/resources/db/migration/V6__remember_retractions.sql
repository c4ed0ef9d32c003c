-- By which requests of a voter dots were taken back, so that a retry takes no second one.
create table retraction (
  session_id uuid not null references board,
  writer bytea not null,
  request_id text not null,
  idea_id uuid not null,
  primary key (session_id, writer, request_id)
);
