package microstorm.report.outcome;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import microstorm.report.database.BySession;
import microstorm.report.outcome.Outcome.ReportAction;
import org.jdbi.v3.core.Jdbi;

/** Reads the actions of sessions: those that were agreed in them, and those that they showed. */
@ApplicationScoped
class ActionReader {

  private static final String COLUMNS =
      """
      id, action.session_id, idea_id, text, owner, due_on, state, finished_in, finished_at,
        array(select shown.session_id from report_action_shown shown
          where shown.action_id = action.id order by shown.session_id desc limit 20) as shown_in
      """;

  /** Copies that an earlier version made are not shown. */
  private static final String AGREED =
      "select session_id as report, "
          + COLUMNS
          + """
          from report_action action
          where session_id = any(:sessions) and original_id is null order by id
          """;

  private static final String SHOWN =
      "select here.session_id as report, "
          + COLUMNS
          + """
          from report_action action
          join report_action_shown here on here.action_id = action.id
          where here.session_id = any(:sessions)
          order by state <> 'open', due_on nulls last, id
          """;

  private final Jdbi database;

  ActionReader(Jdbi database) {
    this.database = database;
  }

  /** The actions that were agreed in a session, in order. */
  List<ReportAction> agreedIn(UUID sessionId) {
    return agreedIn(List.of(sessionId)).getOrDefault(sessionId, List.of());
  }

  /** The actions that were agreed in sessions, without sessions that have none. */
  Map<UUID, List<ReportAction>> agreedIn(Collection<UUID> sessions) {
    return read(AGREED, sessions);
  }

  /** The actions of other sessions that a session showed, open ones first. */
  List<ReportAction> shownIn(UUID sessionId) {
    return shownIn(List.of(sessionId)).getOrDefault(sessionId, List.of());
  }

  /** The actions of other sessions that sessions showed, without sessions that showed none. */
  Map<UUID, List<ReportAction>> shownIn(Collection<UUID> sessions) {
    return read(SHOWN, sessions);
  }

  private Map<UUID, List<ReportAction>> read(String select, Collection<UUID> sessions) {
    return database.withHandle(
        handle ->
            BySession.read(handle, select, sessions, "report", (row, context) -> action(row)));
  }

  private static ReportAction action(ResultSet row) throws SQLException {
    return new ReportAction(
        row.getObject("id", UUID.class),
        row.getObject("session_id", UUID.class),
        row.getObject("idea_id", UUID.class),
        row.getString("text"),
        row.getString("owner"),
        row.getObject("due_on", LocalDate.class),
        row.getString("state"),
        List.of((UUID[]) row.getArray("shown_in").getArray()),
        row.getObject("finished_in", UUID.class),
        Optional.ofNullable(row.getObject("finished_at", OffsetDateTime.class))
            .map(OffsetDateTime::toInstant)
            .orElse(null));
  }
}
