-- Only the latest cancelled breaks of a session are remembered. The previous version does not set the
-- time; the default does.
alter table cancelled_break add column cancelled_at timestamptz not null default now();

create index cancelled_break_by_session on cancelled_break (session_id, cancelled_at);
