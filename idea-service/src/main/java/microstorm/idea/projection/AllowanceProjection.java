package microstorm.idea.projection;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import microstorm.idea.board.Board;
import microstorm.idea.board.BoardsConfig;
import microstorm.idea.board.Phase;
import microstorm.idea.board.QuietAllowance;
import org.jdbi.v3.core.Jdbi;

/**
 * Divides the room of a board among its seats when the quiet phase begins, and gives parts of the
 * rest to the seats that are taken during that phase. The boards are locked.
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

  private static final String GIVE =
      """
      update seat set allowance = ?
      where participant_id = ? and present and role <> 'observer' and allowance is null
      """;

  private final Jdbi database;
  private final BoardsConfig bounds;

  AllowanceProjection(Jdbi database, BoardsConfig bounds) {
    this.database = database;
    this.bounds = bounds;
  }

  /** Divides the room of a board whose quiet phase begins. */
  void divide(Board board) {
    UUID session = board.sessionId();
    int room = Math.max(0, bounds.maxIdeas() - board.ideas());
    database.useHandle(
        handle -> {
          int seats = handle.select(WRITERS, session).mapTo(Integer.class).one();
          QuietAllowance allowance = QuietAllowance.of(room, seats, bounds.maxIdeasPerPerson());
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
        });
  }

  /** Gives a part of the rest to a seat that was taken during the quiet phase. */
  void give(Board board, UUID participantId) {
    if (board.phase() != Phase.QUIET) {
      return;
    }
    UUID session = board.sessionId();
    database.useHandle(
        handle ->
            handle
                .select(
                    """
                    select allowance_each, allowance_left from board
                    where session_id = ? and allowance_left is not null
                    """,
                    session)
                .map(
                    (row, context) ->
                        new QuietAllowance(
                            row.getInt("allowance_each"), row.getInt("allowance_left")))
                .findOne()
                .filter(rest -> handle.execute(GIVE, rest.later(), participantId) == 1)
                .ifPresent(
                    rest ->
                        handle.execute(
                            "update board set allowance_left = ? where session_id = ?",
                            rest.withoutLater().left(),
                            session)));
  }
}
