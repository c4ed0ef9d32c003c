-- Whether somebody has written an idea. Then a larger group does not go back to the lobby.
alter table session add column has_ideas boolean not null default false;

-- A session can be in a phase more than once.
alter table phase_record drop constraint phase_record_session_id_phase_key;
create index phase_record_by_session on phase_record (session_id);
