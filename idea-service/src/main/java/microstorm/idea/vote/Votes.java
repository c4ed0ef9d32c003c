package microstorm.idea.vote;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import microstorm.database.RecordMapper;
import microstorm.idea.vote.VotesView.IdeaVotes;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;

/** The dots of boards. */
@ApplicationScoped
class Votes {

  /**
   * Puts a dot into a free slot of its voter. The slots end at the limit, and a slot holds one dot.
   * Simultaneous requests therefore never give more dots than there are slots.
   */
  static final String PUT =
      """
      insert into vote (session_id, writer, slot, idea_id, request_id)
      select :session, :writer, slot, :idea, :request
      from generate_series(1, :limit) as free (slot)
      where not exists (
        select from vote
        where session_id = :session and writer = :writer and vote.slot = free.slot)
      order by slot limit 1
      on conflict do nothing
      """;

  private static final String TAKE_BACK =
      """
      with taken as (
        delete from vote where session_id = :session and writer = :writer and slot = (
          select max(slot) from vote
          where session_id = :session and writer = :writer and idea_id = :idea)
        returning session_id, writer, idea_id),
      remembered as (
        insert into retraction (session_id, writer, idea_id, request_id)
        select session_id, writer, idea_id, :request::text from taken where :request::text is not null)
      select count(*) from taken
      """;

  /** A client repeats a request within minutes, when its answer was lost. */
  private static final int RETRACTIONS_KEPT = 20;

  private static final String FORGET_RETRACTIONS =
      """
      delete from retraction where session_id = :session and writer = :writer and number <= (
        select number from retraction where session_id = :session and writer = :writer
        order by number desc offset :kept limit 1)
      """;

  private static final String MINE =
      """
      select idea_id, count(*) as votes from vote
      where session_id = ? and writer = ? group by idea_id order by idea_id
      """;

  private static final String CHANGED =
      """
      select writer, idea_id, count(*) as votes from ballot join vote using (session_id, writer)
      where session_id = ? and seq > ? group by writer, idea_id order by idea_id
      """;

  private final Jdbi database;

  Votes(Jdbi database) {
    this.database = database;
  }

  /** The dots of one person. */
  List<IdeaVotes> of(UUID sessionId, byte[] writer) {
    return database.withHandle(
        handle -> list(handle.createQuery(MINE).bind(0, sessionId).bind(1, writer)));
  }

  /** The dots of the people whose ballots have changed, by writer. */
  Map<ByteBuffer, List<IdeaVotes>> changedSince(UUID sessionId, long seq) {
    return Ballots.byWriter(database, CHANGED, sessionId, seq, IdeaVotes.class);
  }

  private static List<IdeaVotes> list(Query query) {
    return query.map(RecordMapper.of(IdeaVotes.class)).list();
  }

  /** The idea whose dot this request gave, while the dot exists. */
  Optional<UUID> requested(UUID sessionId, byte[] writer, String requestId) {
    return ideaOf("vote", sessionId, writer, requestId);
  }

  /** The idea from which this request took a dot back. */
  Optional<UUID> retracted(UUID sessionId, byte[] writer, String requestId) {
    return ideaOf("retraction", sessionId, writer, requestId);
  }

  private Optional<UUID> ideaOf(String table, UUID sessionId, byte[] writer, String requestId) {
    return database.withHandle(
        handle ->
            handle
                .select(
                    "select idea_id from %s where session_id = ? and writer = ? and request_id = ?"
                        .formatted(table),
                    sessionId,
                    writer,
                    requestId)
                .mapTo(UUID.class)
                .findOne());
  }

  /** Gives a dot. Returns false when the person has none left. */
  boolean put(UUID sessionId, byte[] writer, UUID ideaId, String requestId, int limit) {
    return database.withHandle(
        handle ->
            handle
                    .createUpdate(PUT)
                    .bind("session", sessionId)
                    .bind("writer", writer)
                    .bind("idea", ideaId)
                    .bind("request", requestId)
                    .bind("limit", limit)
                    .execute()
                == 1);
  }

  /**
   * Takes a dot back. Returns false when there was none. The last requests of each person that did
   * this are remembered.
   */
  boolean takeBack(UUID sessionId, byte[] writer, UUID ideaId, String requestId) {
    return database.withHandle(
        handle -> {
          int taken =
              handle
                  .createQuery(TAKE_BACK)
                  .bind("session", sessionId)
                  .bind("writer", writer)
                  .bind("idea", ideaId)
                  .bind("request", requestId)
                  .mapTo(Integer.class)
                  .one();
          handle
              .createUpdate(FORGET_RETRACTIONS)
              .bind("session", sessionId)
              .bind("writer", writer)
              .bind("kept", RETRACTIONS_KEPT)
              .execute();
          return taken == 1;
        });
  }
}
