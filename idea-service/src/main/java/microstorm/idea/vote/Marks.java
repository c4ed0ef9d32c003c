package microstorm.idea.vote;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import microstorm.database.RecordMapper;
import microstorm.idea.vote.MarksView.Mark;
import org.jdbi.v3.core.Jdbi;

/** The marks of boards. */
@ApplicationScoped
class Marks {

  private static final String PUT =
      """
      insert into mark (idea_id, criterion_id, writer, session_id, value) values (?, ?, ?, ?, ?)
      on conflict (idea_id, criterion_id, writer) do update set value = excluded.value
      """;

  private static final String CHANGED =
      """
      select writer, idea_id, criterion_id, value
      from ballot join mark using (session_id, writer)
      where session_id = ? and seq > ? order by idea_id, criterion_id
      """;

  private final Jdbi database;

  Marks(Jdbi database) {
    this.database = database;
  }

  /** The marks of one person. */
  List<Mark> of(UUID sessionId, byte[] writer) {
    return database.withHandle(
        handle ->
            handle
                .select(
                    """
                    select idea_id, criterion_id, value from mark
                    where session_id = ? and writer = ? order by idea_id, criterion_id
                    """,
                    sessionId,
                    writer)
                .map(RecordMapper.of(Mark.class))
                .list());
  }

  /** The marks of the people whose ballots have changed, by writer. */
  Map<ByteBuffer, List<Mark>> changedSince(UUID sessionId, long seq) {
    return Ballots.byWriter(database, CHANGED, sessionId, seq, Mark.class);
  }

  void put(UUID sessionId, byte[] writer, PutMark mark) {
    database.useHandle(
        handle ->
            handle.execute(
                PUT, mark.ideaId(), mark.criterionId(), writer, sessionId, mark.value()));
  }

  /** Removes a mark. Returns false when there was none. */
  boolean takeBack(UUID sessionId, byte[] writer, UUID ideaId, UUID criterionId) {
    return database.withHandle(
        handle ->
            handle.execute(
                    """
                    delete from mark
                    where session_id = ? and writer = ? and idea_id = ? and criterion_id = ?
                    """,
                    sessionId,
                    writer,
                    ideaId,
                    criterionId)
                == 1);
  }
}
