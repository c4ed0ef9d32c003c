-- The relay deletes what Kafka acknowledged: the table holds what is unpublished and nothing else.
delete from outbox where published_at is not null;
drop index outbox_unpublished;

-- The column stays, since an instance of the version before reads and sets it while it runs beside
-- this one. What it marks is sent once more and deleted by this one's relay; the inboxes drop it.
comment on column outbox.published_at is 'unused, to be dropped with the next version';

-- A queue's dead rows lie where its reader begins: vacuumed by their number, not by a share of the
-- table, and without pauses. Vacuum looks once in autovacuum_naptime.
alter table outbox set (
    autovacuum_vacuum_scale_factor = 0,
    autovacuum_vacuum_threshold = 1000,
    autovacuum_vacuum_cost_delay = 0
);
