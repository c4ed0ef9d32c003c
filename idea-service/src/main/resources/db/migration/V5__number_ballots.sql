alter table vote
  -- what a voter's client marks a retry with
  add column request_id text;

create unique index vote_by_request on vote (session_id, writer, request_id)
  where request_id is not null;

-- The number of the last change of somebody's dots and marks, which are told to nobody else.
create table ballot (
  session_id uuid not null references board,
  writer bytea not null,
  seq bigint not null,
  primary key (session_id, writer)
);

create index ballot_by_seq on ballot (session_id, seq);

alter table board
  -- the number under which dots and marks were counted; null: they were not
  add column counted_seq bigint;
