-- A ticket opens one live stream without a token in its address. The row can be read only with the ticket: it is found by a hash of the
-- ticket, and the token is encrypted with a key that follows from it.
create table stream_ticket (
  ticket_hash bytea primary key,
  session_id uuid not null references board on delete cascade,
  -- the participant; the team for an owner
  holder_id uuid not null,
  encrypted_access bytea not null,
  expires_at timestamptz not null
);

create index stream_ticket_by_holder on stream_ticket (session_id, holder_id, expires_at);
create index stream_ticket_by_expiry on stream_ticket (expires_at);
