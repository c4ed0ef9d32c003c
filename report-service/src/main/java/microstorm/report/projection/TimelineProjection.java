package microstorm.report.projection;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import microstorm.messaging.inbox.EventDispatcher;
import microstorm.messaging.inbox.IncomingEvent;
import microstorm.report.course.HappeningKind;
import microstorm.report.course.SessionPhase;
import org.jdbi.v3.core.Jdbi;

/**
 * Projects the timeline of sessions held here: their phases, and everything else that the scorecard
 * of the standards needs.
 */
@ApplicationScoped
class TimelineProjection {

  private static final String PREFIX = "microstorm.session.";

  /**
   * The kinds of happenings, with the field of the event that has the time; "" for the time of the
   * event itself.
   */
  private static final Map<HappeningKind, String> KINDS =
      Map.ofEntries(
          Map.entry(HappeningKind.LOBBY_OPENED, "startedAt"),
          Map.entry(HappeningKind.QUIET_STARTED, "startedAt"),
          Map.entry(HappeningKind.QUIET_TIME_OVER, "overAt"),
          Map.entry(HappeningKind.SHARING_STARTED, "startedAt"),
          Map.entry(HappeningKind.CONVERGING_STARTED, "startedAt"),
          Map.entry(HappeningKind.AGREEING_STARTED, "startedAt"),
          Map.entry(HappeningKind.PHASE_REVERTED, "revertedAt"),
          Map.entry(HappeningKind.BREAK_PROPOSED, "proposedAt"),
          Map.entry(HappeningKind.BREAK_STARTED, "startedAt"),
          Map.entry(HappeningKind.BREAK_ENDED, "endedAt"),
          Map.entry(HappeningKind.ROOMS_FORMED, ""),
          Map.entry(HappeningKind.ROOMS_MERGED, ""),
          Map.entry(HappeningKind.CHECKLIST_CHANGED, ""),
          Map.entry(HappeningKind.CLOSING, "startedAt"),
          Map.entry(HappeningKind.CANCELLED, "cancelledAt"));

  /** The phases that begin with an event. */
  private static final Map<HappeningKind, SessionPhase> PHASES =
      Map.of(
          HappeningKind.LOBBY_OPENED, SessionPhase.LOBBY,
          HappeningKind.QUIET_STARTED, SessionPhase.QUIET,
          HappeningKind.SHARING_STARTED, SessionPhase.SHARING,
          HappeningKind.CONVERGING_STARTED, SessionPhase.CONVERGING,
          HappeningKind.AGREEING_STARTED, SessionPhase.AGREEING,
          HappeningKind.CLOSING, SessionPhase.CLOSING,
          HappeningKind.CANCELLED, SessionPhase.CANCELLED);

  private static final List<String> PHASES_BEGIN =
      PHASES.keySet().stream().map(HappeningKind::label).toList();

  /** The entries of a session that are kept. The phase of the report follows the later ones too. */
  static final int MAX_HAPPENINGS = 2_000;

  /** A step back that is published again is not a second one. */
  private static final String ADD =
      """
      insert into report_happening (session_id, at, kind, detail)
      select :session, :at::timestamptz, :kind, :detail::jsonb
      where (select count(*) from report_happening where session_id = :session) < :most
        and not (:kind = 'phase-reverted' and exists (
          select from report_happening
          where session_id = :session and kind = :kind and at = :at::timestamptz))
      """;

  /** A step back that arrives again or late does not end a phase that began after it. */
  private static final String GO_BACK =
      """
      update report set phase = :phase
      where session_id = :session and phase <> 'closed' and not exists (
        select from report_happening
        where session_id = :session and kind = any(:phases) and at > :at::timestamptz)
      """;

  private final Jdbi database;

  TimelineProjection(Jdbi database) {
    this.database = database;
  }

  /** Registers the events that it reads. */
  void register(EventDispatcher readers) {
    KINDS.forEach(
        (kind, when) ->
            readers.on(
                PREFIX + kind.label() + ".v1",
                ObjectNode.class,
                (detail, event) -> happened(kind, at(detail.remove(when), event), detail)));
  }

  /** The time comes from the event and never from the clock, since a replayed event is old. */
  private static String at(JsonNode when, IncomingEvent event) {
    return when == null ? event.time().toString() : when.asText();
  }

  private void happened(HappeningKind kind, String at, ObjectNode event) {
    UUID sessionId = UUID.fromString(event.remove("sessionId").asText());
    database.useHandle(
        handle -> {
          handle
              .createUpdate(ADD)
              .bind("session", sessionId)
              .bind("at", at)
              .bind("kind", kind.label())
              .bind("detail", event.toString())
              .bind("most", MAX_HAPPENINGS)
              .execute();
          if (kind == HappeningKind.PHASE_REVERTED) {
            handle
                .createUpdate(GO_BACK)
                .bind("session", sessionId)
                .bind("at", at)
                .bind("phase", event.path("to").asText())
                .bindArray("phases", String.class, PHASES_BEGIN)
                .execute();
          } else if (PHASES.containsKey(kind)) {
            handle.execute(
                "update report set phase = ? where session_id = ?",
                PHASES.get(kind).label(),
                sessionId);
          }
          if (kind == HappeningKind.QUIET_STARTED) {
            handle.execute(
                """
                update report set held_on = (?::timestamptz at time zone coalesce(time_zone, 'UTC'))::date
                where session_id = ?
                """,
                at,
                sessionId);
          }
        });
  }
}
