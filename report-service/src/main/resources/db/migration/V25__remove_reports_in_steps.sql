-- A deleted session whose rows are still being removed. Its report went with the deletion, so that
-- nobody reads it any more; a job removes the other rows, a few sessions at a time.
create table report_removal (
  session_id uuid primary key,
  team_id uuid not null,
  -- how often the removal has failed
  failures integer not null default 0
);

create index report_removal_in_order on report_removal (failures, team_id, session_id);
create index report_removal_of_team on report_removal (team_id);

-- A session leaves the log book before its layout does. Everything that adds a layout has the book
-- locked, so none comes after it.
do $$
declare
  found record;
begin
  for found in
    select conrelid::regclass as referring, conname from pg_constraint
    where contype = 'f' and confrelid = 'log_session'::regclass and confdeltype <> 'c'
  loop
    execute format('alter table %s drop constraint %I', found.referring, found.conname);
  end loop;
end
$$;
