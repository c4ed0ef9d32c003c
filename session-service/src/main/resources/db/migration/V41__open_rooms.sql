-- Whether the group is split into rooms. The seats alone do not say it: everybody may have left a room.
alter table session add column rooms_open boolean not null default false;

update session set rooms_open = true
where exists (select from participant where participant.session_id = session.id and room is not null);
