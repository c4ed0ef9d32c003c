-- A deleted session whose rows are still being removed. Its board went with the event of the
-- deletion, so that nobody reads it any more; a job removes the other rows, a few boards at a time.
create table board_removal (
  session_id uuid primary key,
  -- how often the removal has failed
  failures integer not null default 0
);

create index board_removal_in_order on board_removal (failures, session_id);

-- The board goes before its other rows. Everything that adds a row locks the board first, so no row
-- comes after it. A ticket goes with its board.
do $$
declare
  found record;
begin
  for found in
    select conrelid::regclass as referring, conname from pg_constraint
    where contype = 'f' and confrelid = 'board'::regclass and confdeltype <> 'c'
  loop
    execute format('alter table %s drop constraint %I', found.referring, found.conname);
  end loop;
end
$$;

-- A team's list of one person's actions.
create index action_of_owner on action (team_id, lower(owner), place, id)
  where original_id is null and not removed and not rehearsed;
-- What counts for the limit of a team: what is open, and what no session has any more.
create index lasting_action_of_team on action (team_id)
  where original_id is null and not removed and not rehearsed
    and (state = 'open' or session_id is null);
create index removed_action_of_team on action (team_id, id) where session_id is null and removed;
