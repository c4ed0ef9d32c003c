-- Who has followed the board by a live stream: others than these are not counted when a number
-- could show whether one person has written.
alter table participant add column was_connected boolean not null default false;
update participant set was_connected = true where connected;
