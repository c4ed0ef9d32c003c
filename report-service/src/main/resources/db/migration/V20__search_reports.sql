-- Search finds the texts that the reports of closed sessions show. A transaction that changes a report notes the session in search_queue,
-- and takes what the report no longer shows out of search_entry. A job makes the entries of noted sessions equal to searchable_text. Both
-- are triggers, so that nothing is missed, whoever changes a report: a projection, a removal, a deletion, or a replica of an earlier
-- version.

-- for typing mistakes; a trusted extension, which the owner of the database may create
create extension if not exists pg_trgm;

-- everything that can be found: a removed idea, an observer and the copy of an action cannot
create view searchable_text as
select 'title' as kind, session_id as id, session_id, title as text from report where title is not null
union all
select 'problem', session_id, session_id, problem from report where problem is not null
union all
select 'summary', session_id, session_id, summary from report where summary is not null
union all
select 'topic', id, session_id, title from report_topic
union all
select 'idea', id, session_id, text from report_idea
where not exists (select from removed_idea where removed_idea.idea_id = report_idea.id)
union all
select 'group', id, session_id, name from report_group
union all
select 'link', id, session_id, case when title = url then url else title || ' ' || url end from report_link
union all
select 'action', id, session_id, case when owner is null then text else text || ' (' || owner || ')' end
from report_action where session_id is not null and original_id is null
union all
select 'person', p.id, p.session_id, p.name
from report_participant p join report r on r.session_id = p.session_id where p.role <> 'observer' and not r.anonymous;

create table search_entry (
  id uuid not null,
  kind text not null,
  session_id uuid not null,
  team_id uuid not null,
  text text not null,
  vector tsvector not null,
  -- whether it says what the session is about
  subject boolean not null generated always as (kind in ('title', 'problem', 'summary', 'topic', 'group')) stored,
  -- of a topic or group: what the titles of recurring topics have in common
  topic_key text,
  primary key (id, kind)
);

-- Words only: punctuation would otherwise join words to e-mail addresses, paths and tags. As long as the text, so that a place in one is
-- a place in the other.
create function search_words(text text) returns text language sql immutable strict parallel safe
return regexp_replace(text,
  '[\u0021-\u002f\u003a-\u0040\u005b-\u0060\u007b-\u007e\u00a0\u00a1\u00ab\u00b4\u00b7\u00bb\u00bf\u2010-\u2014\u2018-\u201a\u201c-\u201e\u2022\u2026\u2039\u203a\u3000-\u3002\u3008-\u3011\uff01\uff08\uff09\uff0c\uff1a\uff1b\uff1f]',
  ' ', 'g');

-- The same with each character of a script without spaces between words (Thai, Chinese, Japanese) and of Korean as a word.
create function search_units(text text) returns text language sql immutable strict parallel safe
return case when text ~ '[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff]'
  then regexp_replace(search_words(text), '([\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff])', ' \1 ', 'g')
  else search_words(text) end;

-- The words as they are, and their English and German stems. The lexemes of team and kind let the index combine them with words. Their
-- positions keep the three parts apart, so that no phrase reaches from one into the next.
create function search_vector(team uuid, kind text, text text) returns tsvector
language plpgsql immutable strict parallel safe as $$
declare
  words text := search_units(text);
  part tsvector := ('''team/' || team || ''':1 ''kind/' || kind || ''':1')::tsvector;
begin
  return setweight(
    to_tsvector('pg_catalog.simple', words) || part
      || to_tsvector('pg_catalog.english', words) || part || to_tsvector('pg_catalog.german', words),
    case when kind = 'title' then 'A' when kind in ('problem', 'summary', 'topic', 'group') then 'B'
      when kind in ('idea', 'action') then 'C' else 'D' end::"char");
end $$;

-- The stems of a title, without order. A word is stemmed in both languages, which recognizes more forms.
create function search_topic_key(title text) returns text language sql immutable strict parallel safe
return nullif(array_to_string(tsvector_to_array(to_tsvector('pg_catalog.german',
  array_to_string(tsvector_to_array(to_tsvector('pg_catalog.english', search_units(title))), ' '))), ' '), '');

-- One word or phrase of a query; empty without a word. Stems have no beginning in common with the words, so a prefix is compared with the
-- words as they are.
create function search_term(term text, prefix boolean) returns tsquery
language plpgsql immutable strict parallel safe as $$
declare
  words text := search_units(term);
  exact tsquery := phraseto_tsquery('pg_catalog.simple', words);
begin
  if numnode(exact) = 0 then
    return exact;
  end if;
  return case when prefix then (exact::text || ':*')::tsquery
    else exact || phraseto_tsquery('pg_catalog.english', words)
      || phraseto_tsquery('pg_catalog.german', words) end;
end $$;

create index search_entry_by_word on search_entry using gin (vector);
create index search_entry_by_trigram on search_entry using gin (text gin_trgm_ops);
create index search_entry_by_session on search_entry (session_id);
-- small, for related sessions
create index search_entry_by_subject on search_entry using gin (vector) where subject;
create index search_entry_by_topic on search_entry (team_id, topic_key, session_id) where topic_key is not null;

-- Noted more than once when a session changes more than once.
create table search_queue (
  id bigint generated always as identity primary key,
  session_id uuid not null
);

create index search_queue_by_session on search_queue (session_id);

-- Keeps a text that is being removed from being indexed by a transaction that still sees it. The job locks one session at a time, and
-- for itself; all others lock together with each other, so none of them waits for another one.
create function search_lock(session uuid) returns bigint language sql immutable strict parallel safe
return 7305060420000 + (hashtextextended(session::text, 0) & 127);

-- Makes the entries of a session equal to what its report shows.
create function index_session(session uuid) returns void language plpgsql as $$
begin
  perform pg_advisory_xact_lock(search_lock(session));
  delete from search_queue where session_id = session;
  delete from search_entry entry
  where entry.session_id = session and not exists (
    select from searchable_text shown join report on report.session_id = shown.session_id
    where shown.session_id = session and shown.kind = entry.kind and shown.id = entry.id and shown.text = entry.text
      and report.phase = 'closed' and report.team_id = entry.team_id);
  insert into search_entry (id, kind, session_id, team_id, text, vector, topic_key)
  select shown.id, shown.kind, session, report.team_id, shown.text,
    search_vector(report.team_id, shown.kind, left(shown.text, 50000)),
    case when shown.kind in ('topic', 'group') then search_topic_key(left(shown.text, 500)) end
  from searchable_text shown join report on report.session_id = shown.session_id
  where shown.session_id = session and report.phase = 'closed' and not exists (
    select from search_entry entry where entry.id = shown.id and entry.kind = shown.kind);
end $$;

-- Indexes a session that was noted. False if there is none that is free, or if another replica is indexing.
create function index_next_session() returns boolean language plpgsql as $$
declare
  session uuid;
begin
  if not pg_try_advisory_xact_lock(7305060419999) then
    return false;
  end if;
  -- a session that a long transaction holds must not keep others waiting
  for session in select session_id from search_queue order by id limit 50 loop
    if pg_try_advisory_xact_lock(search_lock(session)) then
      perform index_session(session);
      return true;
    end if;
  end loop;
  return false;
end $$;

-- The arguments are the kinds of entries that the table's rows are shown as.
create function note_for_search() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    insert into search_queue (session_id) select distinct session_id from come where session_id is not null;
    return null;
  end if;
  perform pg_advisory_xact_lock_shared(bucket)
  from (select distinct search_lock(session_id) as bucket from gone where session_id is not null order by 1) as buckets;
  if tg_table_name in ('report', 'removed_idea') then
    delete from search_entry entry using (select distinct session_id from gone) as changed
    where entry.session_id = changed.session_id and entry.kind = any(tg_argv) and not exists (
      select from searchable_text shown
      where shown.session_id = entry.session_id and shown.id = entry.id and shown.kind = entry.kind and shown.text = entry.text);
  else
    delete from search_entry entry using gone
    where entry.id = gone.id and entry.kind = any(tg_argv) and not exists (
      select from searchable_text shown
      where shown.session_id = entry.session_id and shown.id = entry.id and shown.kind = entry.kind and shown.text = entry.text);
  end if;
  insert into search_queue (session_id) select distinct session_id from gone where session_id is not null;
  return null;
end $$;

-- An idea that is removed is first noted as such.
create function forget_removed_for_search() returns trigger language plpgsql as $$
begin
  perform pg_advisory_xact_lock_shared(bucket)
  from (select distinct search_lock(session_id) as bucket from come order by 1) as buckets;
  delete from search_entry entry using come where entry.id = come.idea_id and entry.kind = 'idea';
  insert into search_queue (session_id) select distinct session_id from come;
  return null;
end $$;

create trigger note_inserted after insert on removed_idea referencing new table as come
for each statement execute function forget_removed_for_search();
create trigger note_deleted after delete on removed_idea referencing old table as gone
for each statement execute function note_for_search('idea');

do $$
declare
  shown record;
begin
  for shown in
    select * from (values
      ('report', $k$'title', 'problem', 'summary'$k$), ('report_topic', $k$'topic'$k$), ('report_idea', $k$'idea'$k$),
      ('report_group', $k$'group'$k$), ('report_link', $k$'link'$k$), ('report_action', $k$'action'$k$),
      ('report_participant', $k$'person'$k$)) as shown (tab, kinds)
  loop
    execute format('create trigger note_inserted after insert on %I referencing new table as come'
      ' for each statement execute function note_for_search(%s)', shown.tab, shown.kinds);
    execute format('create trigger note_updated after update on %I referencing old table as gone'
      ' for each statement execute function note_for_search(%s)', shown.tab, shown.kinds);
    execute format('create trigger note_deleted after delete on %I referencing old table as gone'
      ' for each statement execute function note_for_search(%s)', shown.tab, shown.kinds);
  end loop;
end $$;

-- Last: the triggers have waited for the transactions of a running version, whose reports this sees.
insert into search_queue (session_id) select session_id from report order by held_order desc;
