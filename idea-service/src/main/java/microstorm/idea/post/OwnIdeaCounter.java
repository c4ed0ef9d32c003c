package microstorm.idea.post;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import microstorm.idea.board.BoardsConfig;
import microstorm.idea.board.Viewer;

/**
 * Counts the hidden ideas of authors by their keys, because no stored data shows which ideas belong
 * to one person. It only counts on boards with enough ideas for somebody to have reached the limit.
 */
@ApplicationScoped
class OwnIdeaCounter {

  private static final String HASHES =
      "select session_id, id, edit_hash from idea where session_id = any(?) and not shared";

  private final int limit;

  OwnIdeaCounter(BoardsConfig bounds) {
    this.limit = bounds.maxIdeasPerPerson();
  }

  /** Counts for the authors of these posts, whose boards are locked and part of the state. */
  void count(Connection connection, List<Post> posts, BatchState state) throws SQLException {
    Set<UUID> boards = state.hiddenBoards(limit - posts.size());
    if (boards.isEmpty()) {
      return;
    }
    Map<UUID, Set<Viewer>> authors =
        posts.stream()
            .filter(post -> boards.contains(post.sessionId()) && post.author().isSeated())
            .collect(groupingBy(Post::sessionId, mapping(Post::author, toSet())));
    Map<UUID, Map<UUID, Integer>> own = new HashMap<>();
    Array sessions = connection.createArrayOf("uuid", authors.keySet().toArray());
    try (PreparedStatement select = connection.prepareStatement(HASHES)) {
      select.setArray(1, sessions);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          UUID session = row.getObject(1, UUID.class);
          UUID idea = row.getObject(2, UUID.class);
          byte[] hash = row.getBytes(3);
          authors.get(session).stream()
              .filter(author -> author.wrote(idea, hash))
              .findFirst()
              .ifPresent(
                  author ->
                      own.computeIfAbsent(session, board -> new HashMap<>())
                          .merge(author.id(), 1, Integer::sum));
        }
      }
    }
    own.forEach((board, counts) -> counts.forEach((author, n) -> state.addOwn(board, author, n)));
  }
}
