-- Decided when the plan is made, done when the lobby opens: the session before may not be closed earlier.
alter table session add column carry_actions boolean not null default true;
