package microstorm.idea.idea;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import microstorm.idea.IdeaServiceTest;
import microstorm.idea.LiveBoard;
import microstorm.idea.LiveBoard.Person;
import microstorm.testing.TestEvents;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Bounds the smallest request with the largest effect in this service: a move takes along every
 * idea that builds on the moved one. docs/limits.md has the figures.
 */
@IdeaServiceTest
class MoveAmplificationTest {

  private static final int BELOW = 499;
  private static final int IDEAS = BELOW + 1;
  private static final int MOVES = 4;

  private static final String WRITTEN = "select pg_current_wal_insert_lsn() - '0/0'::pg_lsn";

  private static final String BUILD =
      """
      insert into idea (id, session_id, parent_id, position, kind, text, seq, depth)
      select gen_random_uuid(), '%1$s', '%2$s', 100 + n, 'idea', 'a', 100 + n, 2
      from generate_series(1, %3$d) as n;
      update board set seq = 1000, ideas = %3$d + 1 where session_id = '%1$s'
      """;

  private LiveBoard board;
  private Person leader;

  @BeforeEach
  void share() {
    board = LiveBoard.in("sharing-started", true);
    leader = board.join("facilitator");
  }

  private UUID topic(String title) {
    return UUID.fromString(
        board
            .as(leader)
            .body(Map.of("title", title))
            .post("/api/boards/{id}/topics", board.session)
            .path("id"));
  }

  @Test
  void aMoveCostsAnEventAndARowForEachIdeaBelow() {
    UUID idea = board.posted(leader, "everybody builds on it");
    List<UUID> topics = List.of(topic("one"), topic("two"));
    Rows.execute(BUILD.formatted(board.session, idea, BELOW));
    long before = Rows.number(WRITTEN, null);
    for (int i = 0; i < MOVES; i++) {
      board
          .as(leader)
          .body(Map.of("topicId", topics.get(i % 2)))
          .patch(board.idea(idea))
          .then()
          .statusCode(200);
    }
    List<TestEvents.Event> moved = board.events("moved", MOVES * IDEAS);
    double bytes =
        moved.stream()
            .mapToInt(e -> e.payload().toString().getBytes(StandardCharsets.UTF_8).length)
            .average()
            .orElseThrow();
    double written = (double) (Rows.number(WRITTEN, null) - before) / MOVES / IDEAS;
    System.out.printf("AMPLIFICATION | move | %.0f | %.0f |%n", bytes, written);
    assertThat(moved).hasSize(MOVES * IDEAS);
    assertThat(bytes).isLessThan(400);
    assertThat(written).isLessThan(5_000);
  }
}
