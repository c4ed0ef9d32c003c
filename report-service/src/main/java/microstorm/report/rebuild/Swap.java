package microstorm.report.rebuild;

import org.jdbi.v3.core.Handle;

/**
 * Replaces rows of the running model, and keeps the earlier ones in the schema {@code previous}.
 * Works in a transaction that excludes those of the running service's inbox.
 */
final class Swap {

  private static final String OF_OWNERS = " where ${owner} in (select owner from ${owners})";

  private static final String SAVE =
      "create table previous.${table} as select r.* from ${running}.${table} r";

  /** What the swap has written: only an owner that still has it can get the earlier rows back. */
  private static final String NOTE =
      """
      insert into previous.rebuild_written
      select '${table}', owner, n, hash from (${digests}) as d
      where owner in (select owner from previous.rebuild_owner)
      """;

  /**
   * The order of rows is their insertion. Events of several topics have no common order, so those
   * of other topics are sorted in by their time.
   */
  private static final String IN_ORDER_OF_TIME =
      """
      max(r.at) over (
        partition by r.session_id, r.kind like 'idea-%' order by r.position), r.position
      """;

  private final Handle handle;
  private final String running;

  Swap(Handle handle, String running) {
    this.handle = handle;
    this.running = running;
  }

  /**
   * Replaces the owners in {@code rebuild_difference}.
   *
   * @throws RebuildRefused if the models still differ; the caller's transaction must roll back
   */
  void replaceDiffering(Comparison comparison) {
    ModelSchemas.create(handle, ModelSchemas.PREVIOUS);
    handle.execute(
        "create table previous.rebuild_owner as select distinct owner from rebuild.rebuild_difference");
    handle.execute("create table previous.rebuild_time as select now() as replaced_at");
    handle.execute(
        "create table previous.rebuild_written (tab text, owner uuid, n bigint, hash numeric)");
    for (ProjectedTable table : ProjectedTable.values()) {
      handle.execute(filled(SAVE + OF_OWNERS, table, "previous.rebuild_owner"));
    }
    replace(ModelSchemas.REBUILT, "previous.rebuild_owner", IN_ORDER_OF_TIME);
    for (ProjectedTable table : ProjectedTable.values()) {
      handle.execute(
          NOTE.replace("${table}", table.table())
              .replace("${digests}", Comparison.digests(running, table)));
    }
    if (comparison.compare() > 0) {
      throw new RebuildRefused(
          "The models still differ after the swap, so nothing was changed: "
              + String.join("; ", comparison.differing(20)));
    }
  }

  /**
   * Replaces the rows of owners by those of another schema.
   *
   * @param order of what happened
   */
  void replace(String schema, String owners, String order) {
    for (ProjectedTable table : ProjectedTable.values()) {
      handle.execute(filled("delete from ${running}.${table} r" + OF_OWNERS, table, owners));
      String columns = ModelSchemas.columns(handle, running, table);
      String sorted = table == ProjectedTable.REPORT_HAPPENING ? " order by " + order : "";
      String insert =
          "insert into ${running}.${table} (${columns}) select ${columns} from ${schema}.${table} r"
              .replace("${columns}", columns)
              .replace("${schema}", schema);
      handle.execute(filled(insert + OF_OWNERS + sorted, table, owners));
    }
  }

  private String filled(String statement, ProjectedTable table, String owners) {
    return statement
        .replace("${running}", running)
        .replace("${table}", table.table())
        .replace("${owner}", table.owner())
        .replace("${owners}", owners);
  }
}
