-- What the log says about the outcome of a session: actions, groups, dots, marks. As JSON text.
alter table log_layout add column outcome text;
