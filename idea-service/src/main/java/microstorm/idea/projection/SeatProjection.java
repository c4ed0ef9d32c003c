package microstorm.idea.projection;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import microstorm.idea.projection.SessionEvent.Joined;
import microstorm.idea.projection.SessionEvent.Left;
import microstorm.idea.projection.SessionEvent.Of;
import microstorm.idea.projection.SessionEvent.Ready;
import microstorm.idea.projection.SessionEvent.RoomsFormed;

/**
 * Keeps the seats of a session and their rooms. Nobody takes a seat twice: a participant who left
 * stays absent, even when events arrive again or late.
 */
@ApplicationScoped
class SeatProjection {

  private static final String TAKE =
      """
      insert into seat (participant_id, session_id, position, name, role, seq)
      values (:id, :session, :position, :name, :role, :seq)
      on conflict (participant_id) do update set position = excluded.position,
        name = excluded.name, role = excluded.role, seq = excluded.seq
      """;

  /**
   * Also works for a participant whose joining was not published yet: then only the leaving is
   * known.
   */
  private static final String LEAVE =
      """
      insert into seat (participant_id, session_id, position, name, role, present, took_part, seq)
      values (:id, :session, 0, '', 'observer', false, :took_part, :seq)
      on conflict (participant_id) do update set present = false, connected = false, ready = false, room = null,
        took_part = excluded.took_part, seq = excluded.seq
      """;

  private static final String LEAVE_ROOM =
      "update seat set room = null, seq = :seq where session_id = :session and room is not null";

  private final SessionProjection projection;
  private final AllowanceProjection allowances;

  SeatProjection(SessionProjection projection, AllowanceProjection allowances) {
    this.projection = projection;
    this.allowances = allowances;
  }

  void take(Joined joined) {
    projection.write(
        joined.sessionId(),
        List.of(TAKE),
        Map.of(
            "id", joined.participantId(),
            "position", joined.position(),
            "name", joined.name(),
            "role", joined.role()));
    projection.lock(joined.sessionId()).ifPresent(allowances::give);
  }

  void ready(Ready ready) {
    projection.write(
        ready.sessionId(),
        List.of(
            "update seat set ready = :ready, seq = :seq where participant_id = :id and present"),
        Map.of("ready", ready.ready(), "id", ready.participantId()));
  }

  void leave(Left left) {
    projection.write(
        left.sessionId(),
        List.of(LEAVE),
        Map.of("id", left.participantId(), "took_part", left.tookPart()));
  }

  void split(RoomsFormed formed) {
    List<String> statements = new ArrayList<>(List.of(LEAVE_ROOM));
    Map<String, Object> values = new HashMap<>();
    formed
        .rooms()
        .forEach(
            room -> {
              statements.add(
                  "update seat set room = %1$d, seq = :seq where participant_id = any(:room%1$d)"
                      .formatted(room.number()));
              values.put("room" + room.number(), room.participants().toArray(UUID[]::new));
            });
    projection.write(formed.sessionId(), statements, values);
  }

  void merge(Of session) {
    projection.write(session.sessionId(), List.of(LEAVE_ROOM), Map.of());
  }
}
