package microstorm.idea.result;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import microstorm.database.RecordMapper;
import org.jdbi.v3.core.Jdbi;

/** Adds up the dots and marks of boards. Runs in the caller's transaction. */
@ApplicationScoped
class ResultTable {

  /** In an anonymous session a mean of fewer marks would tell too much about one person. */
  private static final int MIN_ANONYMOUS_MARKS = 3;

  private static final String DOTS =
      """
      select idea.id as idea_id, count(vote.idea_id) as votes
      from idea left join vote on vote.idea_id = idea.id
      where idea.session_id = ? and not idea.withdrawn
      group by idea.id order by idea.position, idea.id
      """;

  private static final String MEANS =
      """
      select idea.id as idea_id, criterion_id, round(avg(value), 2) as mean, count(*) as count
      from mark join idea on idea.id = mark.idea_id join board on board.session_id = mark.session_id
      where mark.session_id = ? and not idea.withdrawn
      group by idea.id, criterion_id, board.anonymous
      having count(*) >= %d or not board.anonymous
      order by idea.position, idea.id, criterion_id
      """
          .formatted(MIN_ANONYMOUS_MARKS);

  private final Jdbi database;

  ResultTable(Jdbi database) {
    this.database = database;
  }

  /** The dots of an idea. */
  public record Tally(UUID ideaId, int votes) {}

  /** The marks of an idea against a criterion. */
  public record Mean(UUID ideaId, UUID criterionId, double mean, int count) {}

  /** The dots of all ideas, in the order of the board. */
  List<Tally> tallies(UUID sessionId) {
    return list(DOTS, sessionId, Tally.class);
  }

  /** The means of the marks, in the order of the board. */
  List<Mean> means(UUID sessionId) {
    return list(MEANS, sessionId, Mean.class);
  }

  private <T> List<T> list(String select, UUID sessionId, Class<T> type) {
    return database.withHandle(
        handle -> handle.select(select, sessionId).map(RecordMapper.of(type)).list());
  }
}
