package microstorm.idea.result;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import microstorm.idea.board.Board;
import microstorm.idea.board.Boards;
import microstorm.idea.board.Phase;
import microstorm.idea.event.VotesCounted;
import microstorm.idea.result.ResultTable.Tally;
import microstorm.messaging.outbox.Outbox;
import org.jdbi.v3.core.Jdbi;

/**
 * Counts the dots and marks of a board and shows the results to everyone: when the group begins to
 * agree on actions, otherwise when the board is sealed.
 */
@ApplicationScoped
public class VoteCounter {

  private final ResultTable table;
  private final Boards boards;
  private final Outbox outbox;
  private final Jdbi database;

  VoteCounter(ResultTable table, Boards boards, Outbox outbox, Jdbi database) {
    this.table = table;
    this.boards = boards;
    this.outbox = outbox;
    this.database = database;
  }

  /**
   * Counts the dots and marks of a locked board, and publishes them if the group was choosing.
   * Otherwise it deletes the dots and marks of a group that stopped choosing, because they must
   * never show. Has no effect on a board that has results already. The caller sets the phase that
   * shows them.
   */
  public void count(Board board) {
    if (board.phase().showsResults()) {
      return;
    }
    UUID sessionId = board.sessionId();
    if (board.phase() != Phase.CONVERGING) {
      forget(sessionId);
    }
    long seq = boards.advance(sessionId);
    database.useHandle(
        handle ->
            handle.execute(
                "update board set counted_seq = ? where session_id = ?", seq, sessionId));
    if (board.phase() == Phase.CONVERGING) {
      outbox.append(counted(sessionId, seq));
    }
  }

  private void forget(UUID sessionId) {
    database.useHandle(
        handle -> {
          for (String table : List.of("vote", "mark", "ballot", "retraction")) {
            handle.execute("delete from " + table + " where session_id = ?", sessionId);
          }
        });
  }

  private VotesCounted counted(UUID sessionId, long seq) {
    List<VotesCounted.Votes> votes =
        table.tallies(sessionId).stream()
            .filter(tally -> tally.votes() > 0)
            .sorted(Comparator.comparingInt(Tally::votes).reversed())
            .map(tally -> new VotesCounted.Votes(tally.ideaId(), tally.votes()))
            .toList();
    List<VotesCounted.Marks> marks =
        table.means(sessionId).stream()
            .map(
                mean ->
                    new VotesCounted.Marks(
                        mean.ideaId(), mean.criterionId(), mean.mean(), mean.count()))
            .toList();
    return new VotesCounted(sessionId, seq, votes, marks);
  }
}
