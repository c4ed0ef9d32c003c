-- An action belongs to its team, and later sessions show the record itself. Earlier versions of
-- idea-service copied it into each later session.

alter table report_action
  -- the session is gone when it was deleted and its action stayed with the team
  alter column session_id drop not null,
  -- the team of an action whose session was deleted
  add column team_id uuid,
  -- a copy: the record that it is a copy of. Copies are not shown. They stay until the next release,
  -- because the seals of their boards count them.
  add column original_id uuid,
  -- when the action was done or dropped, and in which session, if in one
  add column finished_at timestamptz,
  add column finished_in uuid;

-- The sessions that showed an action of another session.
create table report_action_shown (
  session_id uuid not null,
  action_id uuid not null,
  primary key (session_id, action_id)
);

create index report_action_shown_by_action on report_action_shown (action_id);
create index report_action_by_finished_in on report_action (finished_in)
  where finished_in is not null;

with recursive chain as (
  select a.id, a.id as original_id from report_action a
  where carried_from is null
    or not exists (select from report_action e where e.id = a.carried_from)
  union all
  select a.id, chain.original_id from report_action a join chain on a.carried_from = chain.id
)
update report_action set original_id = chain.original_id
from chain where chain.id = report_action.id and chain.original_id <> report_action.id;

insert into report_action_shown (session_id, action_id)
select session_id, original_id from report_action where original_id is not null
on conflict do nothing;

update report_action set finished_in = session_id where state <> 'open';

-- The copy in which the action was finished decides, otherwise the newest one.
update report_action set text = last.text, owner = last.owner, due_on = last.due_on,
  state = last.state, finished_in = last.finished_in
from (
  select distinct on (copy.original_id) copy.*
  from report_action copy
  where copy.original_id is not null
  order by copy.original_id, copy.state <> 'open' desc, copy.state = 'done' desc,
    copy.session_id desc
) as last
where report_action.id = last.original_id and report_action.state = 'open';

-- For the events of copies, which earlier versions of idea-service publish, and for replicas of the
-- earlier version of this service. The next release removes this trigger with the copies.
create function follow_earlier_version() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' and new.carried_from is not null then
    select coalesce(original_id, id) into new.original_id
    from report_action where id = new.carried_from;
    if new.original_id is not null then
      insert into report_action_shown (session_id, action_id)
      values (new.session_id, new.original_id) on conflict do nothing;
    end if;
  end if;
  if tg_op = 'UPDATE' and new.original_id is not null then
    update report_action set text = new.text, owner = new.owner, due_on = new.due_on,
      state = new.state,
      finished_in = case when new.state <> 'open' then new.session_id end
    where id = new.original_id;
  end if;
  return new;
end $$;

create trigger follow_earlier_version before insert or update on report_action
for each row execute function follow_earlier_version();
