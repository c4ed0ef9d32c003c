-- An edited idea is recognized by having a time; in an anonymous session that is the phase's.
update idea
set submitted_at = null,
  edited_at = case when edited_at is not null then coalesce(board.since, 'epoch') end
from board
where board.session_id = idea.session_id and board.anonymous and idea.submitted_at is not null;
