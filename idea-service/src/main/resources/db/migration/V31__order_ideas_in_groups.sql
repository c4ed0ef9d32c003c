-- The place of an idea in its group; null: after those that have one, in the order of the board.
alter table idea add column group_place integer;
