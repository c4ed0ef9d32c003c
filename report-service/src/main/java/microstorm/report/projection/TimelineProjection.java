package microstorm.report.projection;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.UUID;
import microstorm.messaging.EventDispatcher;
import microstorm.messaging.IncomingEvent;
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
  private static final Map<String, String> KINDS =
      Map.ofEntries(
          Map.entry("lobby-opened", "startedAt"),
          Map.entry("quiet-started", "startedAt"),
          Map.entry("quiet-time-over", "overAt"),
          Map.entry("sharing-started", "startedAt"),
          Map.entry("converging-started", "startedAt"),
          Map.entry("break-proposed", "proposedAt"),
          Map.entry("break-started", "startedAt"),
          Map.entry("break-ended", "endedAt"),
          Map.entry("rooms-formed", ""),
          Map.entry("rooms-merged", ""),
          Map.entry("checklist-changed", ""),
          Map.entry("closing", "startedAt"),
          Map.entry("cancelled", "cancelledAt"));

  /** The phases that begin with an event. */
  private static final Map<String, String> PHASES =
      Map.of(
          "lobby-opened", "lobby",
          "quiet-started", "quiet",
          "sharing-started", "sharing",
          "converging-started", "converging",
          "closing", "closing",
          "cancelled", "cancelled");

  private final Jdbi database;

  TimelineProjection(Jdbi database) {
    this.database = database;
  }

  /** Registers the events that it reads. */
  void register(EventDispatcher readers) {
    KINDS.forEach(
        (kind, when) ->
            readers.on(
                PREFIX + kind + ".v1",
                ObjectNode.class,
                (detail, event) -> happened(kind, at(detail.remove(when), event), detail)));
  }

  /** The time comes from the event and never from the clock, since a replayed event is old. */
  private static String at(JsonNode when, IncomingEvent event) {
    return when == null ? event.time().toString() : when.asText();
  }

  private void happened(String kind, String at, ObjectNode event) {
    UUID sessionId = UUID.fromString(event.remove("sessionId").asText());
    database.useHandle(
        handle -> {
          handle.execute(
              """
              insert into report_happening (session_id, at, kind, detail)
              values (?, ?::timestamptz, ?, ?::jsonb)
              """,
              sessionId,
              at,
              kind,
              event.toString());
          if (PHASES.containsKey(kind)) {
            handle.execute(
                "update report set phase = ? where session_id = ?", PHASES.get(kind), sessionId);
          }
          if (kind.equals("quiet-started")) {
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
