-- In a migration of its own: while these indexes are built, posts wait, but boards can be read. Flyway's own lock does not permit
-- "concurrently".
create unique index idea_by_slot on idea (slot) where slot is not null;

-- the ideas that are not found by slots
create index idea_open on idea (
  (case when shared or slot is null then session_id end), seq);
