-- How many seats had been given when the codes were renewed last: with a new code the count begins anew.
alter table session add column seats_before integer not null default 0;
