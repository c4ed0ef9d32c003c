-- How many people took part in a session, and whether its report may name them. The report of an anonymous session names nobody. The
-- Markdown of such a session has only the number of people; a session that was imported from it has this number in its outcome.
create view session_people as
select report.session_id,
  report.anonymous or (named.people = 0 and log.unnamed is not null) as anonymous,
  case when named.people = 0 then coalesce(log.unnamed, 0) else named.people end as people
from report
  cross join lateral (
    select count(*)::integer as people from report_participant person
    where person.session_id = report.session_id and person.role <> 'observer') as named
  left join lateral (
    select (layout.outcome::jsonb ->> 'unnamed')::integer as unnamed
    from log_layout layout
      join report_board board
        on board.session_id = layout.session_id and board.log_revision = layout.revision
    where layout.session_id = report.session_id) as log on true;
