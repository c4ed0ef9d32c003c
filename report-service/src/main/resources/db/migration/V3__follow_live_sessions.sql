-- Sessions that are run live: what the log of a team never told.

alter table report
  add column criteria jsonb not null default '[]',
  add column planned_at timestamptz,
  add column time_zone text;

alter table report_participant add column role text not null default 'participant';

alter table report_idea
  add column comparison jsonb,
  add column author_id uuid,
  -- dots; null: the group did not choose
  add column votes integer;

create table report_mark (
  session_id uuid not null,
  idea_id uuid not null,
  criterion_id uuid not null,
  mean double precision not null,
  count integer not null,
  primary key (idea_id, criterion_id)
);

create index report_mark_by_session on report_mark (session_id);

create table report_group (
  id uuid primary key,
  session_id uuid not null,
  position integer not null,
  name text not null,
  ideas uuid[] not null
);

create index report_group_by_session on report_group (session_id, position);

create table report_action (
  id uuid primary key,
  session_id uuid not null,
  idea_id uuid,
  text text not null,
  owner text,
  due_on date,
  state text not null,
  carried_from uuid
);

create index report_action_by_session on report_action (session_id);

-- What happened in a session and when, for the scorecard of the standards.
create table report_happening (
  position bigint generated always as identity primary key,
  session_id uuid not null,
  at timestamptz not null,
  kind text not null,
  detail jsonb not null
);

create index report_happening_by_session on report_happening (session_id, position);

alter table report_board
  add column groups integer not null default 0,
  add column actions integer not null default 0,
  add column writers integer,
  add column hints integer;

-- The sealed boards of which everything has arrived.
create view arrived_board as
select board.session_id, board.log_revision
from report_board board
where board.topics = (select count(*) from report_topic t where t.session_id = board.session_id)
  and board.ideas = (select count(*) from report_idea i where i.session_id = board.session_id)
  and board.links = (select count(*) from report_link l where l.session_id = board.session_id)
  and board.groups = (select count(*) from report_group g where g.session_id = board.session_id)
  and board.actions = (select count(*) from report_action a where a.session_id = board.session_id);

create or replace view complete_session as
select report.session_id, report.log_revision
from report join arrived_board board on board.session_id = report.session_id
where report.phase = 'closed'
  and report.log_revision is not distinct from board.log_revision
  and report.participants = (
    select count(*) from report_participant p where p.session_id = board.session_id);
