-- While something on a board is hidden, its numbers advance with time instead of with every change:
-- a gap between two numbers then says nothing about hidden changes. The version before goes on from
-- seq by one and never reads these columns.
alter table board
  -- the number of the change with which the phase began
  add column clock_seq bigint,
  -- when that was, by the database's own clock
  add column clock_since timestamptz;
