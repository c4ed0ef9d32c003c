-- An action belongs to its team. Earlier versions copied the open actions of the last session into
-- each later one; now later sessions show the record itself.

alter table action
  -- the session is gone when it was deleted and its action stayed with the team
  alter column session_id drop not null,
  add column team_id uuid,
  -- a copy that an earlier version made: the record that it is a copy of. Copies are not shown. They
  -- stay until the next release, because replicas of the earlier version still use them, and because
  -- clients know their ids.
  add column original_id uuid,
  -- the seat of the person who will do it
  add column participant_id uuid,
  -- when the action was done or dropped, and in which session, if in one
  add column finished_at timestamptz,
  add column finished_in uuid,
  -- agreed in a rehearsal: no other session shows it, and it is deleted with the rehearsal
  add column rehearsed boolean not null default false;

alter table board
  add column rehearsal boolean not null default false,
  -- whether the session shows the actions of the team's other sessions
  add column shows_actions boolean not null default true,
  -- actions that were done or dropped since then are shown too; null: since the last session
  add column actions_since timestamptz;

-- The number of changes of a team's actions, by which live streams see that there are new ones.
create table team_actions (
  team_id uuid primary key,
  version bigint not null
);

-- What was deleted with an earlier session has no record any more: then its first copy is the record.
with recursive chain as (
  select a.id, a.id as original_id from action a
  where carried_from is null or not exists (select from action e where e.id = a.carried_from)
  union all
  select a.id, chain.original_id from action a join chain on a.carried_from = chain.id
)
update action set original_id = chain.original_id
from chain where chain.id = action.id and chain.original_id <> action.id;

update action set team_id = board.team_id,
  finished_at = case when action.state <> 'open' then coalesce(board.since, now()) end,
  finished_in = case when action.state <> 'open' then action.session_id end
from board where board.session_id = action.session_id;

-- The copy in which the action was finished decides, otherwise the newest one. A copy that was
-- removed means that the group let the action go.
update action set
  text = last.text, owner = last.owner, due_on = last.due_on,
  state = case when last.removed then 'dropped' else last.state end,
  finished_at = case when last.removed then coalesce(last.since, now()) else last.finished_at end,
  finished_in = case when last.removed then last.session_id else last.finished_in end
from (
  select distinct on (copy.original_id) copy.*, board.since
  from action copy join board on board.session_id = copy.session_id
  where copy.original_id is not null
  order by copy.original_id, (not copy.removed and copy.state <> 'open') desc,
    copy.state = 'done' desc, board.since desc nulls last, copy.session_id desc
) as last
where action.id = last.original_id and action.state = 'open';

-- For replicas of the earlier version: it writes neither the team nor the end of an action, and it
-- changes copies. The next release removes this trigger with the copies.
create function follow_earlier_version() returns trigger language plpgsql as $$
begin
  if new.team_id is null then
    select team_id into new.team_id from board where session_id = new.session_id;
  end if;
  if tg_op = 'INSERT' and new.carried_from is not null then
    select coalesce(original_id, id) into new.original_id from action where id = new.carried_from;
  end if;
  if new.state = 'open' then
    new.finished_at := null;
    new.finished_in := null;
  elsif new.finished_at is null then
    new.finished_at := clock_timestamp();
    new.finished_in := new.session_id;
  end if;
  if tg_op = 'UPDATE' and new.original_id is not null then
    update action set text = new.text, owner = new.owner, due_on = new.due_on,
      state = case when new.removed then 'dropped' else new.state end,
      finished_at = case when new.removed then clock_timestamp() else new.finished_at end,
      finished_in = case when new.removed then new.session_id else new.finished_in end
    where id = new.original_id;
  end if;
  return new;
end $$;

create trigger follow_earlier_version before insert or update on action
for each row execute function follow_earlier_version();

create function count_change_of_actions() returns trigger language plpgsql as $$
begin
  insert into team_actions (team_id, version) values (coalesce(new.team_id, old.team_id), 1)
  on conflict (team_id) do update set version = team_actions.version + 1;
  return null;
end $$;

create trigger count_change_of_actions after insert or update or delete on action
for each row execute function count_change_of_actions();

insert into team_actions (team_id, version) select distinct team_id, 1 from action;

alter table action
  alter column team_id set not null,
  -- open actions first, those with the earliest due date before all others; then finished ones,
  -- the newest first
  add column place bigint not null generated always as (
    case when state = 'open' then coalesce(due_on - date '2000-01-01', 10000000)
    else 10000000000000000 - (extract(epoch from finished_at at time zone 'UTC') * 1000000)::bigint
    end) stored;

create index action_of_team on action (team_id, place, id)
  where original_id is null and not removed and not rehearsed;
create index finished_action_of_team on action (team_id, finished_at)
  where original_id is null and not removed and not rehearsed and state <> 'open';
create index action_by_original on action (original_id) where original_id is not null;
create index action_by_finished_in on action (finished_in) where finished_in is not null;
create index action_by_participant on action (participant_id) where participant_id is not null;
