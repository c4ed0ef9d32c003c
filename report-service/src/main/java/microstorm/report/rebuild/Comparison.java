package microstorm.report.rebuild;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * Compares the new model with the running one: the rows of each session and team in each table,
 * without columns that may differ. The events must be the same in both.
 */
final class Comparison {

  /** Before the comparison: what a projection at another time cannot know. */
  private static final List<String> ADJUST =
      List.of(
          // the rules by which a session is scored are those of the time when it closed
          """
          update rebuild.report r set rules_version = old.rules_version
          from ${running}.report old
          where old.session_id = r.session_id and old.phase = 'closed'
            and old.rules_version is distinct from r.rules_version
          """,
          // the deletion of a session reaches the actions of others before or after their events
          """
          update rebuild.report_action set finished_in = null
          where finished_in in (select key from ${running}.deleted_key)
          """,
          """
          delete from rebuild.report_action_shown shown
          where not exists (select from rebuild.report_action a where a.id = shown.action_id)
            and not exists (select from ${running}.report_action a where a.id = shown.action_id)
          """);

  private static final String COMPARE =
      """
      insert into rebuild.rebuild_difference (tab, owner, running, rebuilt)
      select :table, coalesce(a.owner, b.owner), coalesce(a.n, 0), coalesce(b.n, 0)
      from (${before}) a full join (${after}) b on b.owner = a.owner
      where (a.n, a.hash) is distinct from (b.n, b.hash)
        and exists (select from rebuild.rebuild_key k
          where k.key = coalesce(a.owner, b.owner) and k.kept is null)
        and not exists (
          select from ${running}.deleted_key d where d.key = coalesce(a.owner, b.owner))
      """;

  /** Sums of hashes do not depend on the order of the rows. */
  static final String DIGESTS =
      """
      select ${owner} as owner, count(*) as n,
        sum(hashtextextended((to_jsonb(r) - array[${ignored}]::text[])::text, 0)::numeric) as hash
      from ${schema}.${table} r group by 1
      """;

  private final Handle handle;
  private final String running;

  /** Works in the caller's transaction. */
  Comparison(Handle handle, String running) {
    this.handle = handle;
    this.running = running;
  }

  /** Takes over what a projection at another time cannot know. */
  void prepare() {
    ADJUST.forEach(statement -> handle.execute(statement.replace("${running}", running)));
  }

  /** Stores the differences in {@code rebuild_difference}, and returns their number. */
  long compare() {
    handle.execute("drop table if exists rebuild.rebuild_difference");
    handle.execute(
        """
        create table rebuild.rebuild_difference (
          tab text not null, owner uuid not null, running bigint not null, rebuilt bigint not null)
        """);
    for (ProjectedTable table : ProjectedTable.values()) {
      handle
          .createUpdate(
              COMPARE
                  .replace("${before}", digests(running, table))
                  .replace("${after}", digests(ModelSchemas.REBUILT, table))
                  .replace("${running}", running))
          .bind("table", table.table())
          .execute();
    }
    return handle.select("select count(*) from rebuild.rebuild_difference").mapTo(Long.class).one();
  }

  /** The first sessions and teams that differ, each with the tables in which it differs. */
  List<String> differing(int most) {
    List<String> lines = new ArrayList<>();
    handle
        .createQuery(
            """
            select owner, string_agg(format('%s (%s rows, rebuilt %s)', tab, running, rebuilt),
              ', ' order by tab) as tables
            from rebuild.rebuild_difference group by owner order by owner limit :most
            """)
        .bind("most", most)
        .map((row, context) -> row.getString("owner") + ": " + row.getString("tables"))
        .forEach(lines::add);
    return lines;
  }

  /** The number of sessions and teams that differ. */
  long owners() {
    return handle
        .select("select count(distinct owner) from rebuild.rebuild_difference")
        .mapTo(Long.class)
        .one();
  }

  static String digests(String schema, ProjectedTable table) {
    return filled(DIGESTS, table).replace("${schema}", schema);
  }

  private static String filled(String statement, ProjectedTable table) {
    return statement
        .replace("${table}", table.table())
        .replace("${owner}", table.owner())
        .replace(
            "${ignored}",
            table.ignored().stream().map(c -> "'" + c + "'").collect(Collectors.joining(", ")));
  }
}
