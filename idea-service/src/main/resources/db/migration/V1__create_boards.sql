create table board (
  session_id uuid primary key,
  team_id uuid not null,
  phase text not null,
  -- the number of the board's last change; every event of the board has one of its own
  seq bigint not null default 0,
  -- the edition of the team's log that this board was last taken from; null: it never was
  log_revision integer
);

create table topic (
  id uuid primary key,
  session_id uuid not null references board,
  parent_id uuid references topic deferrable initially deferred,
  position integer not null,
  title text not null
);

create index topic_by_session on topic (session_id, position);

create table idea (
  id uuid primary key,
  session_id uuid not null references board,
  topic_id uuid references topic deferrable initially deferred,
  parent_id uuid references idea deferrable initially deferred,
  position integer not null,
  kind text not null check (kind in ('idea', 'quote', 'reference', 'note')),
  text text not null,
  submitted_at timestamptz not null
);

create index idea_by_session on idea (session_id, position);
create index idea_by_topic on idea (topic_id);
create index idea_by_parent on idea (parent_id);
create index topic_by_parent on topic (parent_id);

create table link (
  id uuid primary key,
  idea_id uuid not null references idea on delete cascade,
  session_id uuid not null references board,
  position integer not null,
  title text not null,
  url text not null
);

create index link_by_session on link (session_id);
create index link_by_idea on link (idea_id, position);
