-- In an anonymous session the time of an idea is not kept: together with the times at which people
-- became ready it would reveal authors. The previous version shows a time only where there is one.
-- This change locks the whole table, so it is a migration of its own: the lock is gone before V12
-- changes rows.
alter table idea alter column submitted_at drop not null;
