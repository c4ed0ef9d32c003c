-- The breaks that are scheduled and have not begun, by time: [{breakId, startsAt, minutes}].
alter table board add column scheduled_breaks jsonb not null default '[]';
