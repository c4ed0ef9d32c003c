package microstorm.idea.post;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import microstorm.database.StoredJsonMapper;
import microstorm.idea.board.Board;
import microstorm.idea.board.BoardClock;
import microstorm.idea.board.Phase;
import microstorm.idea.board.QuietAllowance;
import microstorm.idea.event.Comparison;
import microstorm.idea.idea.StoredIdea;

/**
 * Locks the boards of a batch of posts and reads the data that decides about them. Uses plain JDBC
 * for speed on this path: the driver keeps the statements prepared.
 */
@ApplicationScoped
class BatchStateReader {

  /** Does not wait for a lock: one locked board must not delay the others. */
  private static final String LOCK =
      """
      select session_id, team_id, phase, seq, log_revision, anonymous, votes_per_person,
        votes_on_own_ideas, break_id, ideas, %s, allowance_each, allowance_left, language, rooms_open,
        %s
      from board where session_id = any(?) for update skip locked
      """
          .formatted(BoardClock.NUMBER, Board.COLLECTS_EARLY);

  private static final String EXISTING =
      """
      select session_id, false as deleted from board where session_id = any(?)
      union all
      select key, true from deleted_key where key = any(?)
      """;

  private static final String IDEAS =
      "select " + StoredIdea.COLUMNS + " from idea where id = any(?)";

  private static final String TOPICS_AND_SEATS =
      """
      select true as topic, id, session_id, true as present, null::integer as allowance,
        null::integer as room
      from topic where id = any(?) and not removed
      union all
      select false, participant_id, session_id, present, allowance, room
      from seat where participant_id = any(?)
      """;

  private final ObjectMapper json;

  BatchStateReader(ObjectMapper json) {
    this.json = StoredJsonMapper.of(json);
  }

  /**
   * Locks the boards of these posts until the transaction ends, marks those that are locked already
   * as held and those that were deleted, and reads the data for the decisions. Every statement
   * after the locks has a snapshot of its own and therefore sees the data that the locks protect.
   * All statements are sent together.
   */
  void read(Connection connection, List<Post> posts, BatchState state) throws SQLException {
    Set<UUID> missing = posts.stream().map(Post::sessionId).collect(Collectors.toSet());
    try (PreparedStatement read =
        connection.prepareStatement(LOCK + ";" + IDEAS + ";" + TOPICS_AND_SEATS)) {
      read.setArray(1, distinct(connection, missing.stream()));
      read.setArray(
          2, distinct(connection, posts.stream().flatMap(p -> Stream.of(p.id(), p.parentId()))));
      read.setArray(3, distinct(connection, posts.stream().map(Post::topicId)));
      read.setArray(4, distinct(connection, posts.stream().map(post -> post.author().id())));
      read.execute();
      try (ResultSet row = read.getResultSet()) {
        while (row.next()) {
          Board board = board(row);
          state.addBoard(board, row.getLong(11), allowance(row));
          missing.remove(board.sessionId());
        }
      }
      read.getMoreResults();
      try (ResultSet row = read.getResultSet()) {
        while (row.next()) {
          state.addIdea(StoredIdea.of(row, comparison(row)));
        }
      }
      read.getMoreResults();
      try (ResultSet row = read.getResultSet()) {
        while (row.next()) {
          addTopicOrSeat(row, state);
        }
      }
    }
    if (!missing.isEmpty()) {
      explain(connection, missing, state);
    }
  }

  /** Finds out which boards could not be locked because others hold them or they were deleted. */
  private static void explain(Connection connection, Set<UUID> missing, BatchState state)
      throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(EXISTING)) {
      select.setArray(1, distinct(connection, missing.stream()));
      select.setArray(2, distinct(connection, missing.stream()));
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          UUID sessionId = row.getObject(1, UUID.class);
          if (row.getBoolean(2)) {
            state.addDeleted(sessionId);
          } else {
            state.addHeld(sessionId);
          }
        }
      }
    }
  }

  private static Board board(ResultSet row) throws SQLException {
    return new Board(
        row.getObject(1, UUID.class),
        row.getObject(2, UUID.class),
        Phase.valueOf(row.getString(3).toUpperCase(Locale.ROOT)),
        row.getLong(4),
        row.getObject(5, Integer.class),
        row.getBoolean(6),
        row.getInt(7),
        row.getBoolean(8),
        row.getObject(9, UUID.class),
        row.getInt(10),
        row.getString(14),
        row.getBoolean(15),
        row.getBoolean(16));
  }

  private static QuietAllowance allowance(ResultSet row) throws SQLException {
    Integer left = row.getObject(13, Integer.class);
    return left == null ? null : new QuietAllowance(row.getInt(12), left);
  }

  private Comparison comparison(ResultSet row) throws SQLException {
    String comparison = row.getString("comparison");
    try {
      return comparison == null ? null : json.readValue(comparison, Comparison.class);
    } catch (JsonProcessingException e) {
      throw new SQLException("The comparison of an idea cannot be parsed.");
    }
  }

  private static void addTopicOrSeat(ResultSet row, BatchState state) throws SQLException {
    UUID id = row.getObject(2, UUID.class);
    if (row.getBoolean(1)) {
      state.addTopic(id, row.getObject(3, UUID.class));
    } else {
      state.addSeat(
          id,
          new BatchState.Seat(
              row.getBoolean(4), row.getObject(5, Integer.class), row.getObject(6, Integer.class)));
    }
  }

  private static Array distinct(Connection connection, Stream<UUID> ids) throws SQLException {
    return connection.createArrayOf(
        "uuid", ids.filter(Objects::nonNull).distinct().toArray(UUID[]::new));
  }
}
