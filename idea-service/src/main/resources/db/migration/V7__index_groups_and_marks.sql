-- The ideas of a group. Most ideas are in none, and no post is: the path of the posts has no index more.
create index idea_by_group on idea (session_id, group_id) where group_id is not null;

-- Somebody's own marks; serves all marks of a session as well.
create index mark_by_writer on mark (session_id, writer);
drop index mark_by_session;

-- What was withdrawn stands nowhere: it is no part of what is moved.
update idea set topic_id = null, parent_id = null
where withdrawn and (topic_id is not null or parent_id is not null);
