-- Ideas whose content was removed, with the text that replaces it. A row stays until the idea is reinstated or the session is deleted, so
-- that neither a late event nor another edition of a log brings the content back.
create table removed_idea (
  idea_id uuid primary key,
  session_id uuid not null,
  removal text not null check (removal in ('taken-down', 'redacted')),
  placeholder text not null
);

create index removed_idea_by_session on removed_idea (session_id);
