-- The number a topic was put up with: as long as that is its last one, nobody has changed it. A topic without a row here: not
-- known. What else people put up keeps that number as its position; a topic gets another position when it is moved. A table of
-- its own, since the version before reads all columns of topics.
create table added_topic (
  topic_id uuid primary key references topic on delete cascade,
  seq bigint not null
);
