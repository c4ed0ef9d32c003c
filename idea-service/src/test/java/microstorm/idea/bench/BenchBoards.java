package microstorm.idea.bench;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import microstorm.testing.TestIssuer;

/** Boards that are open for posts, each with one participant. */
record BenchBoards(List<UUID> sessions, List<String> tokens) {

  static final int COUNT = 100;

  /** An idea of a typical length. */
  static final String TEXT = "An idea that somebody writes down while all share theirs. ".repeat(3);

  /** Boards with this many ideas each. */
  static BenchBoards create(BenchSystem system, int ideas) throws SQLException {
    List<UUID> sessions = Stream.generate(UUID::randomUUID).limit(COUNT).toList();
    for (UUID session : sessions) {
      system.execute(
          """
          insert into board (session_id, team_id, phase, seq, ideas)
          values ('%1$s', gen_random_uuid(), 'sharing', %2$d, %2$d);
          insert into idea (id, session_id, position, kind, text, submitted_at, seq)
          select gen_random_uuid(), '%1$s', n, 'idea', '%3$s', now(), n
          from generate_series(1, %2$d) as n
          """
              .formatted(session, ideas, TEXT));
    }
    system.execute("analyze");
    return new BenchBoards(
        sessions,
        sessions.stream()
            .map(
                session ->
                    TestIssuer.memberOf(
                        session,
                        UUID.randomUUID(),
                        "participant",
                        UUID.randomUUID().toString().replace("-", "")))
            .toList());
  }

  /** The bytes of a request to post an idea. */
  byte[] request(int board) {
    String body = "{\"text\":\"" + TEXT + "\"}";
    return """
    POST /api/boards/%s/ideas HTTP/1.1\r
    Host: localhost\r
    Authorization: Bearer %s\r
    Content-Type: application/json\r
    Content-Length: %d\r
    \r
    %s"""
        .formatted(sessions.get(board), tokens.get(board), body.length(), body)
        .getBytes(StandardCharsets.US_ASCII);
  }
}
