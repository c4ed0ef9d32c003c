-- The hash of the key that a request came with; the same request once more finds what the first one made.
alter table session add column retry_hash bytea;
alter table participant add column retry_hash bytea;

create unique index session_by_retry on session (team_id, retry_hash) where retry_hash is not null;
create unique index participant_by_retry on participant (session_id, retry_hash) where retry_hash is not null;
