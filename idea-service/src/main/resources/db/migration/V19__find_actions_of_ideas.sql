-- The deletion of ideas looks for the actions that refer to them.
create index action_by_idea on action (idea_id) where idea_id is not null;
