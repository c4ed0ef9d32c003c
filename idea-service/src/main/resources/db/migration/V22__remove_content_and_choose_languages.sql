-- Ideas that somebody who leads the session removed. A placeholder stays on the board.
alter table idea add column removal text check (removal in ('taken-down', 'redacted'));

-- No reference to the idea: an idea of a log can leave the board with one edition and come back with another.
create table removed_idea (
  idea_id uuid primary key,
  session_id uuid not null references board,
  removal text not null check (removal in ('taken-down', 'redacted')),
  -- the text of the board in place of the content
  placeholder text not null,
  -- the content of an idea that was taken down; nothing of a redacted one
  text text,
  comparison jsonb,
  check (removal = 'taken-down' or text is null and comparison is null)
);

create index removed_idea_by_session on removed_idea (session_id);

-- The language of the hints and of the placeholder: en or de.
alter table board add column language text not null default 'en';
