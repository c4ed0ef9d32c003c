-- Whether somebody follows the board by a live stream, as idea-service publishes it.
alter table participant add column connected boolean not null default false;
