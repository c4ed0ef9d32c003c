-- Whether the session began to close by itself; told again when its boards are asked again for their seal.
alter table session add column closes_by_itself boolean not null default false;

-- What is under way already gets the timers that such sessions have from now on.
insert into session_timer (kind, ref, session_id, due_at)
select 'seal_missing', id, id, now() from session where phase = 'closing'
on conflict do nothing;

insert into session_timer (kind, ref, session_id, due_at)
select 'close', id, id, now() + interval '12 hours' from session where phase = 'lobby'
on conflict do nothing;
