package microstorm.idea.board;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import microstorm.database.RecordMapper;
import org.jdbi.v3.core.Jdbi;

/** The session and the participants of a board, as the projection stores them. */
@ApplicationScoped
public class Sessions implements Changes {

  private static final String SEATS =
      """
      select participant_id, name, role, ready, present, connected, room, room_seq, seq
      from seat where session_id = ? and seq > ? order by position, participant_id
      """;

  private static final String STATE =
      """
      select title, problem, criteria, language, phase, clock_timestamp() as server_time, since, ends_at,
        quiet_over, quiet_until, quiet_reminder as reminder_hours, collect_early, break_id, break_ends_at, break_due, next_phase, announced_at, next_phase_at,
        focus, scheduled_breaks, anonymous, votes_per_person, votes_on_own_ideas, session_seq
      from board where session_id = ?
      """;

  private final Jdbi database;

  Sessions(Jdbi database) {
    this.database = database;
  }

  /** The session's state. */
  public SessionState state(UUID sessionId) {
    return database.withHandle(
        handle -> handle.select(STATE, sessionId).map(RecordMapper.of(SessionState.class)).one());
  }

  /** The participants who are present. */
  public List<Seat> present(UUID sessionId) {
    return database.withHandle(
        handle ->
            handle
                .select(SEATS, sessionId, -1)
                .map(RecordMapper.of(Seat.class))
                .filter(Seat::present)
                .list());
  }

  @Override
  public String condition() {
    return "session_seq > :seq or " + Changes.in("seat");
  }

  @Override
  public String lastOpen() {
    return "greatest(session_seq, " + Changes.lastIn("seat") + ")";
  }

  @Override
  public List<Change> since(UUID sessionId, long seq) {
    return database.withHandle(
        handle ->
            Stream.concat(
                    handle
                        .select(STATE + " and session_seq > ?", sessionId, seq)
                        .map(
                            (row, context) ->
                                Change.open(
                                    row.getLong("session_seq"),
                                    ChangeType.SESSION,
                                    RecordMapper.of(SessionState.class).map(row, context)))
                        .stream(),
                    handle
                        .select(SEATS, sessionId, seq)
                        .map(
                            (row, context) ->
                                Change.open(
                                    row.getLong("seq"),
                                    ChangeType.PARTICIPANT,
                                    RecordMapper.of(Seat.class).map(row, context)))
                        .stream())
                .toList());
  }
}
