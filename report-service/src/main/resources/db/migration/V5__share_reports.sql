-- Who may read a report, in addition to the team: the people who have a seat, and those who have the reader code.
alter table report
  add column for_observers boolean not null default true,
  add column reader_code_hash text;

-- Whether the participant has not left and was not removed. Null for those who joined with the previous version, which does not record
-- that somebody left: they do not read the report by their seat.
alter table report_participant add column present boolean;
