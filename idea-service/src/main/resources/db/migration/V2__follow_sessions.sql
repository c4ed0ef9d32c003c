-- A board follows its session. One counter a board: whatever changes locks the board's row and takes
-- the next number; the row that changed keeps it, so that "what is new since n" is a range of an index.

alter table board
  add column title text,
  add column problem text,
  add column criteria jsonb not null default '[]',
  add column anonymous boolean not null default false,
  add column votes_per_person integer not null default 0,
  add column votes_on_own_ideas boolean not null default true,
  add column since timestamptz,
  add column ends_at timestamptz,
  -- the least time of silent writing is over
  add column quiet_over boolean not null default false,
  -- the break that is running
  add column break_id uuid,
  add column break_ends_at timestamptz,
  -- so much was worked that a break is due
  add column break_due boolean not null default false,
  -- how many ideas there are, the withdrawn ones included: the bound is on this
  add column ideas integer not null default 0,
  -- how often somebody was told that their words read like praise or criticism
  add column hints integer not null default 0,
  -- the number of the last change of what stands in this row
  add column session_seq bigint not null default 0;

-- Who takes part, as session-service tells it.
create table seat (
  participant_id uuid primary key,
  session_id uuid not null references board,
  position integer not null,
  name text not null,
  role text not null,
  ready boolean not null default false,
  present boolean not null default true,
  room integer,
  seq bigint not null
);

create index seat_by_session on seat (session_id, seq);

alter table topic
  add column removed boolean not null default false,
  add column seq bigint not null default 0;

create index topic_by_seq on topic (session_id, seq);

alter table idea
  -- null where nobody may know: in an anonymous session no author is stored
  add column author_id uuid,
  -- of the writer's key and the idea's id: proves authorship to who has the key
  add column edit_hash bytea,
  add column shared boolean not null default true,
  add column withdrawn boolean not null default false,
  add column depth integer not null default 1,
  add column comparison jsonb,
  add column edited_at timestamptz,
  add column group_id uuid,
  add column seq bigint not null default 0;

alter table idea drop constraint idea_kind_check;
alter table idea add constraint idea_kind_check
  check (kind in ('idea', 'quote', 'reference', 'note', 'comparison'));

-- The path of the posts: as few indexes as will do.
create index idea_by_seq on idea (session_id, seq);
drop index idea_by_session;
drop index idea_by_topic;
drop index idea_by_parent;
create index idea_by_topic on idea (topic_id) where topic_id is not null;
create index idea_by_parent on idea (parent_id) where parent_id is not null;

create table affinity_group (
  id uuid primary key,
  session_id uuid not null references board,
  position integer not null,
  name text not null,
  removed boolean not null default false,
  seq bigint not null
);

create index affinity_group_by_seq on affinity_group (session_id, seq);

-- Who has written, by a hash that leads to nobody.
create table writer (
  session_id uuid not null references board,
  writer bytea not null,
  primary key (session_id, writer)
);

-- A dot. The slots of a person are numbered: there cannot be more dots than slots, however many ask.
create table vote (
  session_id uuid not null references board,
  writer bytea not null,
  slot integer not null check (slot >= 1),
  idea_id uuid not null references idea,
  primary key (session_id, writer, slot)
);

create index vote_by_idea on vote (idea_id);

create table mark (
  idea_id uuid not null references idea,
  criterion_id uuid not null,
  writer bytea not null,
  session_id uuid not null references board,
  value integer not null check (value between 1 and 5),
  primary key (idea_id, criterion_id, writer)
);

create index mark_by_session on mark (session_id);

create table action (
  id uuid primary key,
  session_id uuid not null references board,
  idea_id uuid references idea,
  position integer not null,
  text text not null,
  owner text,
  due_on date,
  state text not null check (state in ('open', 'done', 'dropped')),
  carried_from uuid,
  removed boolean not null default false,
  seq bigint not null
);

create index action_by_seq on action (session_id, seq);
