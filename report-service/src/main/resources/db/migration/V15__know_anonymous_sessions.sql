-- whether the documents of a report give only the number of people
alter table report add column anonymous boolean not null default false;

-- Earlier sessions: an anonymous one has ideas, and none of them has an author.
update report r set anonymous = true
where phase = 'closed' and exists (select from report_idea i where i.session_id = r.session_id)
  and not exists (select from report_idea i where i.session_id = r.session_id and i.author_id is not null)
  and not exists (select from log_session l where l.session_id = r.session_id);
