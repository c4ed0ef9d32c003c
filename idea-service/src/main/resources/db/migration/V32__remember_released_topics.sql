-- The topic that a hidden idea was in when the topic was removed. The idea returns to it when the topic is restored.
alter table idea add column released_topic_id uuid;
create index idea_released_topic on idea (released_topic_id) where released_topic_id is not null;
