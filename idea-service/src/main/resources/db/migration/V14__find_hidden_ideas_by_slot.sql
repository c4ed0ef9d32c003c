-- A person's hidden ideas are found by slots: hashes of the person's key and a running number. Nobody
-- without the key sees which slots have the same author. So reading a board in the quiet phase takes
-- no longer when others have written more. Only hidden ideas have slots. The previous version writes
-- hidden ideas without one; they are found by their authors' hashes, as before.
alter table idea add column slot uuid;

-- The room of a board is divided among its seats when the quiet phase begins. Null: it was not.
alter table board
  -- for each seat that is present then
  add column allowance_each integer,
  -- for the seats that are taken later
  add column allowance_left integer;

-- the number of ideas that this person can write in the quiet phase
alter table seat add column allowance integer;
