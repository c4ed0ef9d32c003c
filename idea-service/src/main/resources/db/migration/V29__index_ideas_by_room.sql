-- the ideas that one room sees; few boards have any
create index idea_by_room on idea (session_id, seen_in, seq) where seen_in is not null;
