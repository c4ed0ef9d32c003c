package microstorm.idea.result;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import microstorm.http.problem.ProblemException;
import microstorm.idea.board.Board;
import microstorm.idea.board.Boards;
import microstorm.idea.board.Change;
import microstorm.idea.board.ChangeType;
import microstorm.idea.board.Changes;
import microstorm.idea.board.Phase;
import microstorm.idea.board.SessionState.Criterion;
import microstorm.idea.board.Sessions;
import microstorm.idea.problem.BoardProblem;
import microstorm.idea.result.ResultTable.Mean;
import microstorm.idea.result.Results.IdeaResult;
import microstorm.idea.result.Results.MeanMark;
import org.jdbi.v3.core.Jdbi;

/**
 * Reads the results of boards. They are hidden from everyone until the dots and marks are counted.
 */
@ApplicationScoped
public class ResultReader implements Changes {

  private final Jdbi database;
  private final Boards boards;
  private final Sessions sessions;
  private final ResultTable table;

  ResultReader(Jdbi database, Boards boards, Sessions sessions, ResultTable table) {
    this.database = database;
    this.boards = boards;
    this.sessions = sessions;
    this.table = table;
  }

  /** Results, with the number of the last change of the board that they contain. */
  record Numbered(long seq, Results results) {}

  /** The results by dots; empty until they are counted. */
  public Optional<Results> seenOn(Board board) {
    return board.phase().showsResults()
        ? Optional.of(Ranking.by(Results.DOTS, ideas(board.sessionId())))
        : Optional.empty();
  }

  /**
   * The results of a board in a requested order, read in a transaction with one consistent
   * snapshot.
   *
   * @param order null means by dots
   * @throws ProblemException 409 results-hidden until they are counted; 400 sort-unknown
   */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  public Numbered of(UUID sessionId, String order) {
    Board board = boardWithResults(sessionId);
    return new Numbered(board.seq(), Ranking.by(checkedOrder(sessionId, order), ideas(sessionId)));
  }

  /**
   * The number of the last change of a board that has results.
   *
   * @throws ProblemException 409 results-hidden until they are counted; 400 sort-unknown
   */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  public long seq(UUID sessionId, String order) {
    Board board = boardWithResults(sessionId);
    checkedOrder(sessionId, order);
    return board.seq();
  }

  private Board boardWithResults(UUID sessionId) {
    Board board = boards.atOneMoment(sessionId);
    if (!board.phase().showsResults()) {
      ProblemException hidden = BoardProblem.RESULTS_HIDDEN.exception();
      boolean early = board.phase() == Phase.SHARING || board.phase() == Phase.CONVERGING;
      throw early ? hidden.retryable() : hidden;
    }
    return board;
  }

  private String checkedOrder(UUID sessionId, String order) {
    if (order == null) {
      return Results.DOTS;
    }
    String wanted = order.toLowerCase(Locale.ROOT);
    boolean known =
        wanted.equals(Results.DOTS)
            || wanted.equals(Results.POSITION)
            || criteria(sessionId).stream().anyMatch(id -> id.toString().equals(wanted));
    if (!known) {
      throw BoardProblem.SORT_UNKNOWN.exception(
          "Results can be sorted by dots, by position, or by the id of a criterion of the"
              + " session.");
    }
    return wanted;
  }

  private List<UUID> criteria(UUID sessionId) {
    return sessions.state(sessionId).criteria().stream().map(Criterion::id).toList();
  }

  /** All ideas in the order of the board, without ranks. */
  private List<IdeaResult> ideas(UUID sessionId) {
    List<UUID> criteria = criteria(sessionId);
    Map<UUID, List<MeanMark>> marks =
        table.means(sessionId).stream()
            .sorted(Comparator.comparingInt(mean -> criteria.indexOf(mean.criterionId())))
            .collect(
                groupingBy(
                    Mean::ideaId,
                    mapping(
                        mean -> new MeanMark(mean.criterionId(), mean.mean(), mean.count()),
                        toList())));
    return table.tallies(sessionId).stream()
        .map(
            tally ->
                new IdeaResult(
                    tally.ideaId(),
                    null,
                    tally.votes(),
                    marks.getOrDefault(tally.ideaId(), List.of())))
        .toList();
  }

  @Override
  public String condition() {
    return "counted_seq > :seq";
  }

  @Override
  public String lastOpen() {
    return "counted_seq";
  }

  @Override
  public List<Change> since(UUID sessionId, long seq) {
    Board board = boards.find(sessionId).orElseThrow();
    return countedSeq(sessionId)
        .filter(counted -> counted > seq)
        .flatMap(
            counted ->
                seenOn(board).map(results -> Change.open(counted, ChangeType.RESULTS, results)))
        .stream()
        .toList();
  }

  private Optional<Long> countedSeq(UUID sessionId) {
    return database.withHandle(
        handle ->
            handle
                .select("select counted_seq from board where session_id = ?", sessionId)
                .mapTo(Long.class)
                .findOne());
  }
}
