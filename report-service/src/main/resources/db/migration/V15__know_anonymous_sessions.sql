-- whether the documents of a report give only the number of people
alter table report add column anonymous boolean not null default false;
