-- The content of withdrawn ideas, which their authors can bring back until the board is sealed.
create table withdrawn_idea (
  idea_id uuid primary key references idea,
  session_id uuid not null references board,
  text text not null,
  comparison jsonb,
  topic_id uuid,
  parent_id uuid,
  group_id uuid
);

create index withdrawn_idea_by_session on withdrawn_idea (session_id);

-- The ideas that a removed group had.
alter table affinity_group add column removed_ideas uuid[];
