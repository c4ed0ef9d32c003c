-- Who left before anything could be written is not among those who may have written.
alter table seat add column took_part boolean not null default true;
