-- Breaks that were cancelled before they began: cancelling one again has the same answer.
create table cancelled_break (
  id uuid primary key,
  session_id uuid not null references session
);
