package microstorm.idea.post;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import microstorm.idea.IdeaServiceTest;
import microstorm.idea.LiveBoard;
import microstorm.idea.LiveBoard.Person;
import microstorm.idea.board.BoardChanged;
import microstorm.idea.idea.Ideas;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The changes that a writer hands over to the streams equal those in the database. */
@IdeaServiceTest
class PostHandOverTest {

  private static final Map<String, Object> COMPARISON =
      Map.of(
          "kind",
          "comparison",
          "comparison",
          Map.of("left", "Tea", "right", "Water", "similarities", List.of("wet")));

  /** Records the fired changes. */
  @ApplicationScoped
  static class FiredChanges {
    private final List<BoardChanged> changes = new CopyOnWriteArrayList<>();

    void observe(@Observes BoardChanged change) {
      changes.add(change);
    }

    BoardChanged last(UUID session) {
      return changes.stream()
          .filter(change -> change.sessionId().equals(session))
          .reduce((first, last) -> last)
          .orElseThrow();
    }
  }

  @Inject FiredChanges fired;
  @Inject Ideas ideas;

  @ParameterizedTest
  @CsvSource({"quiet-started, false", "sharing-started, false", "sharing-started, true"})
  void aPostIsHandedOverAsItIsRead(String phase, boolean anonymous) {
    LiveBoard board = LiveBoard.in(phase, anonymous);
    Person author = board.join("participant");
    UUID parent =
        board.posted(author, "See [this](https://example.org/a) and https://example.org/b");
    check(board);
    board.post(author, Map.of("text", "built on it", "parentId", parent)).statusCode(201);
    check(board);
    board.post(author, COMPARISON).statusCode(201);
    check(board);
  }

  private void check(LiveBoard board) {
    BoardChanged handedOver = fired.last(board.session);
    assertThat(handedOver.isHandedOver()).isTrue();
    assertThat(handedOver.changes())
        .usingRecursiveFieldByFieldElementComparator()
        .isEqualTo(ideas.since(board.session, handedOver.follows()));
  }

  /** Other changes are read from the database. */
  @Test
  void aChangeThatIsNotAPostIsRead() {
    LiveBoard board = LiveBoard.in("sharing-started", false);
    Person author = board.join("participant");
    UUID idea = board.posted(author, "first");
    board.as(author).body(Map.of("text", "second")).patch(board.idea(idea)).then().statusCode(200);
    assertThat(fired.last(board.session).isHandedOver()).isFalse();
  }
}
