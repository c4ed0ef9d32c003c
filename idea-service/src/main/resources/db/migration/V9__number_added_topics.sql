-- The number a topic was put up with: as long as that is its last one, nobody has changed it. Null: not known. What else
-- people put up keeps that number as its position; a topic gets another position when it is moved.
alter table topic add column added_seq bigint;
