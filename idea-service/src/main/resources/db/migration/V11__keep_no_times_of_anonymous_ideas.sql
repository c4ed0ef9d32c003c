-- In an anonymous session it is not kept when an idea was written: beside the times at which people
-- became ready it would tell authors. The version before shows a time only where there is one.
alter table idea alter column submitted_at drop not null;

-- An idea that was edited is known by having a time; in an anonymous session that is the phase's.
update idea
set submitted_at = null,
  edited_at = case when edited_at is not null then coalesce(board.since, 'epoch') end
from board
where board.session_id = idea.session_id and board.anonymous and idea.submitted_at is not null;
