package microstorm.report.rebuild;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/**
 * Which of the sessions and teams that differ the running model keeps, because the new model does
 * not have all of their events. Works on {@code rebuild_difference}, and removes them from it.
 */
final class KeepRules {

  /** A report that was complete stays complete. */
  private static final String COMPLETE =
      """
      update rebuild.rebuild_key k set kept = :why
      where kept is null
        and key in (select owner from rebuild.rebuild_difference)
        and exists (select from ${running}.complete_session c where c.session_id = k.key)
        and not exists (select from rebuild.complete_session c where c.session_id = k.key)
      """;

  /** Restored topics do not show that events had expired before the backup. */
  private static final String LARGER =
      """
      update rebuild.rebuild_key k set kept = :why
      from rebuild.rebuild_difference d
      where d.owner = k.key and d.tab = any(:tables) and d.running > d.rebuilt
        and k.kept is null and k.certain is not true
        and not exists (select from rebuild.complete_session c where c.session_id = k.key)
      """;

  private static final List<String> SIZES =
      Stream.of(
              ProjectedTable.REPORT_TOPIC, ProjectedTable.REPORT_IDEA, ProjectedTable.REPORT_ACTION)
          .map(ProjectedTable::table)
          .toList();

  /** Both cannot have the row. */
  private static final String CONFLICTING =
      """
      update rebuild.rebuild_key k set kept = :why
      where kept is null and key in (
        select ${owner} from rebuild.${table} r
        join ${running}.${table} o on o.${id} = r.${id}
        where ${owner} in (select owner from rebuild.rebuild_difference)
          and ${other} is distinct from ${owner}
          and ${other} not in (select owner from rebuild.rebuild_difference))
      """;

  private static final String FORGET =
      """
      delete from rebuild.rebuild_difference
      where owner in (select key from rebuild.rebuild_key where kept is not null)
      """;

  private final Handle handle;
  private final String running;

  /** Works in the caller's transaction. */
  KeepRules(Handle handle, String running) {
    this.handle = handle;
    this.running = running;
  }

  void apply() {
    handle
        .createUpdate(COMPLETE.replace("${running}", running))
        .bind("why", KeyRegister.INCOMPLETE)
        .execute();
    handle
        .createUpdate(LARGER)
        .bind("why", KeyRegister.INCOMPLETE)
        .bindArray("tables", String.class, SIZES)
        .execute();
    do {
      handle.execute(FORGET);
    } while (keepConflicting() > 0);
  }

  /** What is kept can conflict with others, so this is repeated until there is none. */
  private int keepConflicting() {
    return Arrays.stream(ProjectedTable.values())
        .filter(table -> table.id() != null)
        .mapToInt(
            table ->
                handle
                    .createUpdate(
                        CONFLICTING
                            .replace("${running}", running)
                            .replace("${table}", table.table())
                            .replace("${id}", table.id())
                            .replace("${owner}", table.owner())
                            .replace("${other}", table.owner().replace("r.", "o.")))
                    .bind("why", KeyRegister.CONFLICT)
                    .execute())
        .sum();
  }
}
