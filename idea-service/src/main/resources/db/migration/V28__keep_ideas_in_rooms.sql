-- While a group is split into rooms, people see the ideas and groups of their own room only. The previous version ignores rooms:
-- it shows everybody everything, as before.
alter table board add column rooms_open boolean not null default false;

-- the number of the change with which this person began to see another room
alter table seat add column room_seq bigint not null default 0;

alter table idea
  -- the room in which the idea was shared, for good; of a hidden idea the room in which it was written
  add column room integer,
  -- the only room that sees the idea; null: everybody does
  add column seen_in integer;

alter table affinity_group add column seen_in integer;

-- by whom and when the content was removed, for the event that waits until the rooms merge
alter table removed_idea
  add column removed_by text,
  add column removed_at timestamptz;

update board set rooms_open = true
where phase in ('planned', 'lobby', 'quiet')
  and exists (select from seat where seat.session_id = board.session_id and room is not null);
