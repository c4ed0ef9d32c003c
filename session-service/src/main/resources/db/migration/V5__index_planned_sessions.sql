-- Pre-scaling looks for what is planned around now, again and again.
create index session_by_plan on session (planned_at) where planned_at is not null;
