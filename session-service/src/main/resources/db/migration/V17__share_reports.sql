-- Who may read a session's report, in addition to its facilitators and participants.
alter table session
  add column reader_code text,
  add column report_for_observers boolean not null default true;
