-- when an idea was written; null in an anonymous session, and for ideas from before this version
alter table report_idea add column submitted_at timestamptz;
