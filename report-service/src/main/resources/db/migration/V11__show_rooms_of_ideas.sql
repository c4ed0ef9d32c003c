-- the room in which an idea was shared; null without one
alter table report_idea add column room integer;
