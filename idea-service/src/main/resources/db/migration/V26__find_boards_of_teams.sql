-- the boards of deleted teams
create index board_by_team on board (team_id);
