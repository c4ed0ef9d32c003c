package microstorm.idea.projection;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import microstorm.idea.board.Board;
import microstorm.idea.board.BoardsConfig;
import microstorm.idea.board.QuietAllowance;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Divides the room of a board among its seats when people begin to write in silence, and gives
 * parts of the rest to the seats that are taken later. A group that goes back and begins the quiet
 * phase again keeps the division: a new one would depend on the hidden ideas, and so show their
 * number. The boards are locked.
 */
@ApplicationScoped
class AllowanceProjection {

  private static final String WRITERS =
      "select count(*) from seat where session_id = ? and present and role <> 'observer'";

  /** If there is less than one idea for each seat, the first seats get one. */
  private static final String DIVIDE =
      """
      update seat set allowance = case when place * :each <= :room then :each else 0 end
      from (
        select participant_id, row_number() over (order by position, participant_id) as place
        from seat where session_id = :session and present and role <> 'observer') as writer
      where seat.participant_id = writer.participant_id
      """;

  private static final String DIVIDED =
      """
      select allowance_each, allowance_left from board
      where session_id = ? and allowance_left is not null
      """;

  private static final String WITHOUT =
      """
      select participant_id from seat
      where session_id = ? and present and role <> 'observer' and allowance is null
      order by position, participant_id
      """;

  private static final String GIVE =
      """
      update seat set allowance = given.ideas
      from unnest(:seats, :ideas) as given (seat, ideas) where participant_id = given.seat
      """;

  private final Jdbi database;
  private final BoardsConfig bounds;

  AllowanceProjection(Jdbi database, BoardsConfig bounds) {
    this.database = database;
    this.bounds = bounds;
  }

  /** Divides the room of a board whose quiet phase begins, unless it was divided before. */
  void divide(Board board) {
    divide(board, 0);
  }

  /**
   * Divides the room of a board on which people begin to write, unless it was divided before.
   *
   * @param expected the number of people that are expected; fewer have a seat yet
   */
  void divide(Board board, int expected) {
    UUID session = board.sessionId();
    database.useHandle(
        handle ->
            divided(handle, session)
                .ifPresentOrElse(
                    rest -> give(handle, session, rest), () -> divide(handle, session, expected)));
  }

  /** Gives parts of the rest to the seats that were taken while people write in silence. */
  void give(Board board) {
    if (!board.hidesNewIdeas()) {
      return;
    }
    UUID session = board.sessionId();
    database.useHandle(
        handle -> divided(handle, session).ifPresent(rest -> give(handle, session, rest)));
  }

  private void divide(Handle handle, UUID session, int expected) {
    int room = bounds.maxIdeas();
    int seats = handle.select(WRITERS, session).mapTo(Integer.class).one();
    QuietAllowance allowance = QuietAllowance.of(room, seats, expected, bounds.maxIdeasPerPerson());
    handle
        .createUpdate(DIVIDE)
        .bind("each", allowance.each())
        .bind("room", room)
        .bind("session", session)
        .execute();
    handle.execute(
        "update board set allowance_each = ?, allowance_left = ? where session_id = ?",
        allowance.each(),
        allowance.left(),
        session);
  }

  private static Optional<QuietAllowance> divided(Handle handle, UUID session) {
    return handle
        .select(DIVIDED, session)
        .map(
            (row, context) ->
                new QuietAllowance(row.getInt("allowance_each"), row.getInt("allowance_left")))
        .findOne();
  }

  private static void give(Handle handle, UUID session, QuietAllowance before) {
    List<UUID> seats = handle.select(WITHOUT, session).mapTo(UUID.class).list();
    List<Integer> ideas = new ArrayList<>();
    QuietAllowance rest = before;
    for (int seat = 0; seat < seats.size(); seat++) {
      ideas.add(rest.later());
      rest = rest.withoutLater();
    }
    handle
        .createUpdate(GIVE)
        .bindArray("seats", UUID.class, seats)
        .bindArray("ideas", Integer.class, ideas)
        .execute();
    handle.execute(
        "update board set allowance_left = ? where session_id = ?", rest.left(), session);
  }
}
