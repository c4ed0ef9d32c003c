package microstorm.idea.projection;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import microstorm.idea.board.Board;
import microstorm.idea.projection.SessionEvent.Joined;
import microstorm.idea.projection.SessionEvent.Left;
import microstorm.idea.projection.SessionEvent.Of;
import microstorm.idea.projection.SessionEvent.Promoted;
import microstorm.idea.projection.SessionEvent.Ready;
import microstorm.idea.projection.SessionEvent.Room;
import microstorm.idea.projection.SessionEvent.RoomsFormed;
import microstorm.idea.room.RoomMerger;

/**
 * Keeps the seats of a session and their rooms. Nobody takes a seat twice: a participant who left
 * stays absent, even when events arrive again or late.
 */
@ApplicationScoped
class SeatProjection {

  private static final String TAKE =
      """
      insert into seat (participant_id, session_id, position, name, role, room, room_seq, seq)
      values (:id, :session, :position, :name, :role, cast(:room as integer),
        case when cast(:room as integer) is null then 0 else :seq end, :seq)
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

  /** Someone who changes rooms sees other ideas from this change on. */
  private static final String PLACE =
      """
      update seat set room = placed.room, seq = :seq,
        room_seq = case when rooms_open then :seq else room_seq end
      from board, (
        select participant_id, in_room as room
        from seat left join unnest(:people, :rooms) as r (person, in_room) on person = participant_id
        where session_id = :session) as placed
      where seat.participant_id = placed.participant_id and board.session_id = :session
        and seat.room is distinct from placed.room
      """;

  private static final String LEAVE_ROOMS =
      "update seat set room = null, seq = :seq where session_id = :session and room is not null";
  private static final String OPEN_ROOMS =
      "update board set rooms_open = true where session_id = :session";
  private static final String CLOSE_ROOMS =
      "update board set rooms_open = false where session_id = :session";

  /** In an anonymous session only the session changes for others: see {@code Sessions}. */
  private static final List<String> SET_READY =
      List.of(
          """
          update seat set ready = :ready, seq = case when anonymous then seat.seq else :seq end
          from board where board.session_id = :session and participant_id = :id and present
          """,
          "update board set session_seq = :seq where session_id = :session and anonymous");

  private final SessionProjection projection;
  private final AllowanceProjection allowances;
  private final RoomMerger merger;

  SeatProjection(SessionProjection projection, AllowanceProjection allowances, RoomMerger merger) {
    this.merger = merger;
    this.projection = projection;
    this.allowances = allowances;
  }

  void take(Joined joined) {
    Map<String, Object> values = new HashMap<>();
    values.put("id", joined.participantId());
    values.put("position", joined.position());
    values.put("name", joined.name());
    values.put("role", joined.role());
    values.put("room", joined.room());
    projection.write(joined.sessionId(), List.of(TAKE), values);
    projection.lock(joined.sessionId()).ifPresent(allowances::give);
  }

  void ready(Ready ready) {
    projection.write(
        ready.sessionId(), SET_READY, Map.of("ready", ready.ready(), "id", ready.participantId()));
  }

  void promote(Promoted promoted) {
    projection.write(
        promoted.sessionId(),
        List.of(
            "update seat set role = 'facilitator', seq = :seq where participant_id = :id and present"),
        Map.of("id", promoted.participantId()));
  }

  void leave(Left left) {
    projection.write(
        left.sessionId(),
        List.of(LEAVE),
        Map.of("id", left.participantId(), "took_part", left.tookPart()));
  }

  void split(RoomsFormed formed) {
    List<UUID> people = new ArrayList<>();
    List<Integer> rooms = new ArrayList<>();
    for (Room room : formed.rooms()) {
      people.addAll(room.participants());
      rooms.addAll(Collections.nCopies(room.participants().size(), room.number()));
    }
    projection.write(
        formed.sessionId(),
        List.of(PLACE, OPEN_ROOMS),
        Map.of("people", people.toArray(UUID[]::new), "rooms", rooms.toArray(Integer[]::new)));
  }

  void merge(Of session) {
    merge(session.sessionId());
  }

  /** Merges the rooms of a board, and shows everybody what belongs to them. */
  private void merge(UUID sessionId) {
    projection.lock(sessionId).ifPresent(merger::merge);
    projection.write(sessionId, List.of(LEAVE_ROOMS, CLOSE_ROOMS), Map.of());
  }

  /**
   * Merges the rooms before a phase without rooms. session-service does it too, except for its
   * previous version.
   */
  void mergeOpenRooms(UUID sessionId) {
    if (projection.lock(sessionId).filter(Board::roomsOpen).isPresent()) {
      merge(sessionId);
    }
  }
}
