-- What the other services' events say, as the reports need it.

create table team (
  id uuid primary key,
  slug text not null,
  name text not null
);

create table report (
  session_id uuid primary key,
  team_id uuid not null,
  number integer,
  title text,
  problem text,
  summary text,
  held_on date,
  -- what the list is sorted by: sessions without a date come last
  held_order date not null generated always as (coalesce(held_on, date '-infinity')) stored,
  phase text not null,
  -- the edition of the log that session-service has taken in completely
  log_revision integer,
  -- how many participants there are at that point
  participants integer
);

create index report_by_team on report (team_id, held_order desc, session_id desc);

create table report_participant (
  id uuid primary key,
  session_id uuid not null,
  position integer not null,
  name text not null
);

create index report_participant_by_session on report_participant (session_id, position);

-- A sealed board: how many of each it holds up to seq.
create table report_board (
  session_id uuid primary key,
  seq bigint not null,
  log_revision integer,
  topics integer not null,
  ideas integer not null,
  links integer not null
);

create table report_topic (
  id uuid primary key,
  session_id uuid not null,
  parent_id uuid,
  position integer not null,
  title text not null
);

create index report_topic_by_session on report_topic (session_id, position);

create table report_idea (
  id uuid primary key,
  session_id uuid not null,
  topic_id uuid,
  parent_id uuid,
  position integer not null,
  kind text not null,
  text text not null
);

create index report_idea_by_session on report_idea (session_id, position);

create table report_link (
  id uuid primary key,
  session_id uuid not null,
  idea_id uuid not null,
  position integer not null,
  title text not null,
  url text not null
);

create index report_link_by_session on report_link (session_id);
create index report_link_by_idea on report_link (idea_id);

-- The sessions of which everything has arrived, both halves from the same edition of the log.
create view complete_session as
select report.session_id, report.log_revision
from report join report_board board on board.session_id = report.session_id
where report.log_revision is not distinct from board.log_revision
  and report.participants = (
    select count(*) from report_participant p where p.session_id = board.session_id)
  and board.topics = (select count(*) from report_topic t where t.session_id = board.session_id)
  and board.ideas = (select count(*) from report_idea i where i.session_id = board.session_id)
  and board.links = (select count(*) from report_link l where l.session_id = board.session_id);
