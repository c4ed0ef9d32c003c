package microstorm.report.rebuild;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The tables that can be made from the events again. All other tables are either the service's own
 * data or belong to the running process, and a rebuild neither fills nor replaces them.
 */
enum ProjectedTable {
  TEAM("r.id", null),
  REPORT("r.session_id", null),
  REPORT_PARTICIPANT("r.session_id", "id"),
  REPORT_BOARD("r.session_id", null),
  REPORT_TOPIC("r.session_id", "id"),
  REPORT_IDEA("r.session_id", "id"),
  REPORT_LINK("r.session_id", "id"),
  REPORT_MARK("r.session_id", "idea_id"),
  REPORT_GROUP("r.session_id", "id"),
  /** The action of a deleted session belongs to its team. */
  REPORT_ACTION("coalesce(r.session_id, r.team_id)", "id"),
  REPORT_ACTION_SHOWN("r.session_id", null),
  /** The positions only give the order. */
  REPORT_HAPPENING("r.session_id", null, "position"),
  REMOVED_IDEA("r.session_id", "idea_id");

  /** The log book: imports, the layout of logs, and what remains of deletions. */
  private static final List<String> OWN =
      List.of(
          "log_book",
          "log_session",
          "log_layout",
          "log_import",
          "log_import_session",
          "log_edition",
          "log_undo",
          "log_replaced",
          "log_split",
          "deleted_session",
          "deleted_import",
          "deleted_key",
          "revoked_access");

  /** What the running process has of events, and what the database derives from reports itself. */
  private static final List<String> OF_PROCESS =
      List.of(
          "inbox",
          "outbox",
          "report_removal",
          "search_entry",
          "search_queue",
          "flyway_schema_history",
          "flyway_messaging_history");

  /** Tables of features that send or fetch something: subscriptions, deliveries, checked links. */
  private static final List<String> OWN_FEATURES = List.of("webhook", "link");

  private final String owner;
  private final @Nullable String id;
  private final Set<String> ignored;

  ProjectedTable(String owner, @Nullable String id, String... ignored) {
    this.owner = owner;
    this.id = id;
    this.ignored = Set.of(ignored);
  }

  String table() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The session or team that a row {@code r} belongs to: the key of its events. */
  String owner() {
    return owner;
  }

  /** The column that names a row, if only one session can have it; otherwise null. */
  @Nullable String id() {
    return id;
  }

  /** The columns that may differ between two projections of the same events. */
  Set<String> ignored() {
    return ignored;
  }

  /** Whether a table is one of those that a rebuild leaves alone. */
  static boolean stays(String table) {
    return OWN.contains(table)
        || OF_PROCESS.contains(table)
        || OWN_FEATURES.stream().anyMatch(table::startsWith);
  }

  static boolean isProjected(String table) {
    return Stream.of(values()).anyMatch(projected -> projected.table().equals(table));
  }
}
