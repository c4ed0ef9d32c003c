package microstorm.idea.board;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import microstorm.database.RecordMapper;
import microstorm.idea.viewer.Viewer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** The session and the participants of a board, as the projection stores them. */
@ApplicationScoped
public class Sessions implements Changes {

  /**
   * In an anonymous session a seat does not change with its person's readiness, because the change
   * would show whose it is. Only the session changes, and everybody receives their own seat with
   * it.
   */
  private static final String SEATS =
      """
      select participant_id, name, role, ready, present, connected, room, room_seq, seat.seq,
        session_seq, anonymous
      from seat join board using (session_id)
      where session_id = :session
        and (seat.seq > :seq or anonymous and present and session_seq > :seq)
      order by position, participant_id
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

  /** The participants who are present, as this person may see them. */
  public List<Seat> present(UUID sessionId, Viewer viewer) {
    return database.withHandle(
        handle ->
            seats(handle, sessionId, -1).stream()
                .map(change -> seenBy(viewer, change))
                .filter(Seat::present)
                .toList());
  }

  private static Seat seenBy(Viewer viewer, Change seat) {
    return seat.owner() instanceof Change.Sitter sitter && sitter.is(viewer)
        ? sitter.seat()
        : (Seat) seat.data();
  }

  private static List<Change> seats(Handle handle, UUID sessionId, long seq) {
    return handle
        .createQuery(SEATS)
        .bind("session", sessionId)
        .bind("seq", seq)
        .map((row, context) -> seat(row, RecordMapper.of(Seat.class).map(row, context), seq))
        .list();
  }

  private static Change seat(ResultSet row, Seat seat, long after) throws SQLException {
    long seq = row.getLong("seq");
    if (!row.getBoolean("anonymous")) {
      return Change.open(seq, ChangeType.PARTICIPANT, seat);
    }
    boolean changed = seq > after;
    return Change.of(
        new Change.Sitter(seat, changed),
        changed ? seq : row.getLong("session_seq"),
        ChangeType.PARTICIPANT,
        seat.withoutReadiness());
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
                    seats(handle, sessionId, seq).stream())
                .toList());
  }
}
