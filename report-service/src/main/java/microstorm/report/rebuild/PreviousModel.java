package microstorm.report.rebuild;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** The rows that the last rebuild replaced. They can be brought back for some days. */
@ApplicationScoped
class PreviousModel {

  private static final Logger LOG = Logger.getLogger(PreviousModel.class);

  private static final String UNCHANGED =
      """
      create temporary table unchanged_owner on commit drop as
      select owner from previous.rebuild_owner o
      where not exists (select from ${running}.deleted_key d where d.key = o.owner)
      """;

  private static final String FORGET_CHANGED =
      """
      delete from unchanged_owner where owner in (
        select owner from (${digests}) as now full join (
          select owner, n, hash from previous.rebuild_written where tab = '${table}'
        ) as written using (owner)
        where (now.n, now.hash) is distinct from (written.n, written.hash))
      """;

  private final Jdbi database;
  private final RebuildConfig config;

  PreviousModel(Jdbi database, RebuildConfig config) {
    this.database = database;
    this.config = config;
  }

  /**
   * Brings the replaced rows back, except for sessions and teams that have changed since. Works in
   * a transaction that excludes those of the running service's inbox.
   */
  String bringBack(Handle handle, String running) {
    if (!ModelSchemas.exists(handle, ModelSchemas.PREVIOUS)) {
      throw new RebuildRefused("There are no rows of an earlier model to bring back.");
    }
    handle.execute(UNCHANGED.replace("${running}", running));
    for (ProjectedTable table : ProjectedTable.values()) {
      handle.execute(
          FORGET_CHANGED
              .replace("${digests}", Comparison.digests(running, table))
              .replace("${table}", table.table()));
    }
    new Swap(handle, running).replace(ModelSchemas.PREVIOUS, "unchanged_owner", "r.position");
    long all = count(handle, "previous.rebuild_owner");
    long back = count(handle, "unchanged_owner");
    ModelSchemas.drop(handle, ModelSchemas.PREVIOUS);
    return "Sessions and teams that have their earlier rows again: %,d. Changed since, and left as they are: %,d."
        .formatted(back, all - back);
  }

  /** Only the owner of the schema can drop it. Otherwise the next rebuild drops it. */
  @Scheduled(every = "1h", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void forgetExpired() {
    try {
      database.useTransaction(
          handle -> {
            if (ModelSchemas.exists(handle, ModelSchemas.PREVIOUS) && isExpired(handle)) {
              ModelSchemas.drop(handle, ModelSchemas.PREVIOUS);
            }
          });
    } catch (RuntimeException failure) {
      LOG.debugf("The earlier rows cannot be deleted at the moment: %s", failure);
    }
  }

  private boolean isExpired(Handle handle) {
    return handle
        .select(
            """
            select exists (select from previous.rebuild_time
              where replaced_at < now() - make_interval(secs => ?))
            """,
            config.keepPrevious().toSeconds())
        .mapTo(Boolean.class)
        .one();
  }

  private static long count(Handle handle, String table) {
    return handle.select("select count(*) from " + table).mapTo(Long.class).one();
  }
}
