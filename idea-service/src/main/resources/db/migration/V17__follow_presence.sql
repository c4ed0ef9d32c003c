-- The people who have a live stream open, with the time until which they count as connected. The replicas that hold their streams renew
-- it; a person whose streams ended, or whose replica died, is connected until then.
create table presence (
  participant_id uuid primary key,
  session_id uuid not null,
  expires_at timestamptz not null,
  -- whether the seat says that the person is connected
  published boolean not null default false
);

create index presence_by_session on presence (session_id);

alter table seat
  add column connected boolean not null default false,
  -- whether the person has ever been connected
  add column was_connected boolean not null default false;

-- How many people with the role participant have written. A number alone does not connect a person with a key. Null on the boards of the
-- previous version, which does not count them: there the writers count.
alter table board add column participants_written integer;
