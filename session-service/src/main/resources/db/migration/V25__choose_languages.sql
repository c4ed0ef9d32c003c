-- The language of a session: en or de.
alter table session add column language text not null default 'en';
