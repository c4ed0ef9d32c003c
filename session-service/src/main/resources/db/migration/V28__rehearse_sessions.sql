-- Whether a session is a rehearsal, which is deleted when it ends and never listed in the log.
alter table session add column rehearsal boolean not null default false;
