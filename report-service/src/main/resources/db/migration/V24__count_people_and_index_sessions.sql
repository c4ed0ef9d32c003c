-- How many people took part in a session, and whether its report may name them. The report of an anonymous session names nobody. The
-- Markdown of such a session has only the number of people; a session that was imported from it has this number in its outcome.
create view session_people as
select report.session_id,
  report.anonymous or (named.people = 0 and log.unnamed is not null) as anonymous,
  case when named.people = 0 then coalesce(log.unnamed, 0) else named.people end as people
from report
  cross join lateral (
    select count(*)::integer as people from report_participant person
    where person.session_id = report.session_id and person.role <> 'observer') as named
  left join lateral (
    select (layout.outcome::jsonb ->> 'unnamed')::integer as unnamed
    from log_layout layout
      join report_board board
        on board.session_id = layout.session_id and board.log_revision = layout.revision
    where layout.session_id = report.session_id) as log on true;

-- Whether this transaction may index for search; only one at a time. The previous version does it with index_next_session, which takes
-- the same lock.
create function lock_search_index() returns boolean language sql as $$
select pg_try_advisory_xact_lock(7305060419999)
$$;

-- Takes a session out of the queue and locks it. Null if there is none that is free: a session that a long transaction holds must not
-- keep others waiting.
create function next_session_for_search() returns uuid language plpgsql as $$
declare
  session uuid;
begin
  for session in select session_id from search_queue order by id limit 50 loop
    if pg_try_advisory_xact_lock(search_lock(session)) then
      delete from search_queue where session_id = session;
      return session;
    end if;
  end loop;
  return null;
end $$;

-- The similar words of one team are found without reading those of others: how many texts others have must neither cost a search time nor
-- show in it. A trusted extension, as pg_trgm.
create extension if not exists btree_gin;
create index search_entry_by_team_and_trigram on search_entry using gin (team_id, text gin_trgm_ops);
drop index search_entry_by_trigram;
