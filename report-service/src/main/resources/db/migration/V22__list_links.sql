-- The links of closed sessions. A job reads them in the texts of sessions that are noted in link_queue, as search_queue notes them for
-- search. A transaction that changes or removes a text takes its links out of link_place itself, whoever it is: a projection, a removal, a
-- deletion, or a replica of an earlier version. Only link_place has words of people; the other tables know a link by its hash.

create table link_place (
  session_id uuid not null,
  -- the place among the links of the session
  position integer not null,
  team_id uuid not null,
  held_order date not null,
  -- the beginning of the SHA-256 of the address in its normal form, or of the malformed link
  target uuid not null,
  part text not null check (part in ('idea', 'problem', 'summary')),
  idea_id uuid check ((part = 'idea') = (idea_id is not null)),
  title text,
  title_key text generated always as (md5(lower(title))) stored,
  -- as it is written
  address text not null,
  -- lower case; absent for a malformed link
  host text,
  fault text check ((fault is null) = (host is not null)),
  -- of a session from a log: the number of lines between the heading of the session and the link
  line integer,
  primary key (session_id, position)
);

create index link_place_by_target on link_place (team_id, target, held_order, session_id, position);
create index link_place_by_title on link_place (team_id, target, title_key) where title_key is not null;

-- What the places of an address have in common, and what the last check has found.
create table link_target (
  team_id uuid not null,
  target uuid not null,
  -- the newest session that has it
  newest date not null,
  fault text,
  -- whether it has different titles
  duplicate boolean not null,
  state text check (state in ('works', 'moved', 'restricted', 'broken', 'unreachable', 'refused')),
  status integer,
  -- the kind of a failure, and the rest of a sentence about the address
  failure text,
  reason text,
  moved_to text,
  checked_at timestamptz,
  primary key (team_id, target)
);

create index link_target_by_newest on link_target (team_id, newest, target);
create index link_target_by_duplicate on link_target (team_id, newest, target) where duplicate;
create index link_target_by_fault on link_target (team_id, newest, target) where fault is not null;
create index link_target_by_state on link_target (team_id, newest, target) where state in ('broken', 'unreachable');

-- Noted more than once when a session changes more than once.
create table link_queue (
  id bigint generated always as identity primary key,
  session_id uuid not null
);

create index link_queue_by_session on link_queue (session_id);

-- The targets of places that were removed.
create table link_stale (
  team_id uuid not null,
  target uuid not null
);

create index link_stale_by_team on link_stale (team_id);

-- The checks that teams have started. A task is one address to check; it is deleted with its result.
create table link_check (
  id uuid primary key,
  team_id uuid not null,
  started_at timestamptz not null,
  finished_at timestamptz,
  -- the last time at which a task was claimed, so that checks take turns
  turn_at timestamptz not null,
  targets integer not null,
  -- the addresses beyond the limit
  waiting integer not null,
  works integer not null default 0,
  moved integer not null default 0,
  restricted integer not null default 0,
  broken integer not null default 0,
  unreachable integer not null default 0,
  refused integer not null default 0
);

create unique index link_check_running on link_check (team_id) where finished_at is null;
create index link_check_by_team on link_check (team_id, started_at);
create index link_check_by_turn on link_check (turn_at) where finished_at is null;

create table link_check_task (
  check_id uuid not null references link_check on delete cascade,
  target uuid not null,
  team_id uuid not null,
  host text not null,
  attempts integer not null default 0,
  claim uuid,
  claimed_until timestamptz,
  primary key (check_id, target)
);

create index link_check_task_by_target on link_check_task (team_id, target);
create index link_check_task_by_claim on link_check_task (claimed_until) where claimed_until is not null;

-- When a host may get its next request, for all replicas and teams.
create table link_host (
  host text primary key,
  next_at timestamptz not null
);

create index link_host_by_next on link_host (next_at);

-- Keeps a text that is being removed from being read by a transaction that still sees it. The job locks one session at a time, and for
-- itself; all others lock together with each other, so none of them waits for another one.
create function link_lock(session uuid) returns bigint language sql immutable strict parallel safe
return 7305060430000 + (hashtextextended(session::text, 0) & 127);

-- Whether this transaction may index links; only one at a time.
create function lock_link_index() returns boolean language sql as $$
select pg_try_advisory_xact_lock(7305060429999)
$$;

-- Takes a session out of the queue and locks it. Null if there is none that is free.
create function next_session_for_links() returns uuid language plpgsql as $$
declare
  session uuid;
begin
  for session in select session_id from link_queue order by id limit 50 loop
    if pg_try_advisory_xact_lock(link_lock(session)) then
      delete from link_queue where session_id = session;
      return session;
    end if;
  end loop;
  return null;
end $$;

-- Makes targets equal to what their places have in common.
create function refresh_link_targets(team uuid, targets uuid[]) returns void language plpgsql as $$
begin
  insert into link_target (team_id, target, newest, fault, duplicate)
  select team, changed.target, newest.held_order, newest.fault,
    coalesce(titles.first <> titles.last, false)
  from (select distinct unnest(targets) as target order by 1) as changed
    cross join lateral (
      select held_order, fault from link_place
      where team_id = team and target = changed.target order by held_order desc limit 1) as newest
    cross join lateral (
      select min(title_key) as first, max(title_key) as last from link_place
      where team_id = team and target = changed.target and title_key is not null) as titles
  on conflict (team_id, target) do update set newest = excluded.newest, duplicate = excluded.duplicate
  where (link_target.newest, link_target.duplicate) is distinct from (excluded.newest, excluded.duplicate);
  delete from link_target gone
  where gone.team_id = team and gone.target = any(targets) and not exists (
    select from link_place place where place.team_id = team and place.target = gone.target);
  delete from link_check_task gone
  where gone.team_id = team and gone.target = any(targets) and not exists (
    select from link_place place where place.team_id = team and place.target = gone.target);
end $$;

create function note_for_links() returns trigger language plpgsql as $$
begin
  insert into link_queue (session_id) select distinct session_id from come;
  return null;
end $$;

-- Ideas that have another text, or none any more.
create function forget_links_of_ideas() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' then
    -- a condition of its own, because there is no table of new rows in a deletion
    if not exists (
      select from gone join come on come.id = gone.id
      where (gone.text, gone.comparison) is distinct from (come.text, come.comparison)) then
      return null;
    end if;
  end if;
  perform pg_advisory_xact_lock_shared(bucket)
  from (select distinct link_lock(session_id) as bucket from gone order by 1) as buckets;
  if tg_op = 'UPDATE' then
    with removed as (
      delete from link_place place using gone join come on come.id = gone.id
      where place.session_id = gone.session_id and place.idea_id = gone.id
        and (gone.text, gone.comparison) is distinct from (come.text, come.comparison)
      returning place.team_id, place.target)
    insert into link_stale select team_id, target from removed;
  else
    with removed as (
      delete from link_place place using gone where place.session_id = gone.session_id and place.idea_id = gone.id
      returning place.team_id, place.target)
    insert into link_stale select team_id, target from removed;
  end if;
  insert into link_queue (session_id) select distinct session_id from gone;
  return null;
end $$;

-- An idea that is removed is first noted as such.
create function forget_links_of_removed() returns trigger language plpgsql as $$
begin
  perform pg_advisory_xact_lock_shared(bucket)
  from (select distinct link_lock(session_id) as bucket from come order by 1) as buckets;
  with removed as (
    delete from link_place place using come where place.session_id = come.session_id and place.idea_id = come.idea_id
    returning place.team_id, place.target)
  insert into link_stale select team_id, target from removed;
  insert into link_queue (session_id) select distinct session_id from come;
  return null;
end $$;

-- Reports that are deleted, or whose problem or summary is another one.
create function forget_links_of_reports() returns trigger language plpgsql as $$
begin
  perform pg_advisory_xact_lock_shared(bucket)
  from (select distinct link_lock(session_id) as bucket from gone order by 1) as buckets;
  with removed as (
    delete from link_place place using gone
    where place.session_id = gone.session_id and not exists (
      select from report
      where report.session_id = gone.session_id and report.phase = 'closed' and report.team_id = place.team_id
        and (place.part <> 'problem' or report.problem is not distinct from gone.problem)
        and (place.part <> 'summary' or report.summary is not distinct from gone.summary))
    returning place.team_id, place.target)
  insert into link_stale select team_id, target from removed;
  insert into link_queue (session_id) select distinct session_id from gone;
  return null;
end $$;

create trigger links_inserted after insert on report referencing new table as come
for each statement execute function note_for_links();
create trigger links_updated after update on report referencing old table as gone
for each statement execute function forget_links_of_reports();
create trigger links_deleted after delete on report referencing old table as gone
for each statement execute function forget_links_of_reports();

create trigger links_inserted after insert on report_idea referencing new table as come
for each statement execute function note_for_links();
create trigger links_updated after update on report_idea referencing old table as gone new table as come
for each statement execute function forget_links_of_ideas();
create trigger links_deleted after delete on report_idea referencing old table as gone
for each statement execute function forget_links_of_ideas();

create trigger links_inserted after insert on removed_idea referencing new table as come
for each statement execute function forget_links_of_removed();
create trigger links_deleted after delete on removed_idea referencing old table as come
for each statement execute function note_for_links();

-- the edition of the log that the lines are counted in
create trigger links_inserted after insert on report_board referencing new table as come
for each statement execute function note_for_links();
create trigger links_updated after update on report_board referencing new table as come
for each statement execute function note_for_links();
create trigger links_inserted after insert on log_layout referencing new table as come
for each statement execute function note_for_links();
create trigger links_updated after update on log_layout referencing new table as come
for each statement execute function note_for_links();

-- The line of the session's heading in the log that was imported last.
alter table log_session add column line integer;

-- Last: the triggers have waited for the transactions of a running version, whose reports this sees.
insert into link_queue (session_id) select session_id from report order by held_order desc;
