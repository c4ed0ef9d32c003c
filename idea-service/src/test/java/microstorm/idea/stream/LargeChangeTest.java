package microstorm.idea.stream;

import static microstorm.testing.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.RestAssured;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import microstorm.idea.IdeaServiceTest;
import microstorm.idea.LiveBoard;
import microstorm.idea.LiveBoard.Person;
import org.junit.jupiter.api.Test;

/** More ideas are shared at once than a publication reads, and than one client may keep. */
@IdeaServiceTest
class LargeChangeTest {

  private static final int IDEAS = 250;

  @Test
  void everyIdeaArrivesOnce() {
    LiveBoard board = LiveBoard.in("quiet-started", false);
    Person author = board.join("participant");
    Person reader = board.join("participant");
    List<String> texts =
        IntStream.range(0, IDEAS).mapToObj(i -> "Idea " + i + " " + "x".repeat(200)).toList();
    texts.forEach(text -> board.posted(author, text));

    try (LiveStream others = open(board, reader, null).awaitEvent("snapshot");
        LiveStream own = open(board, author, null).awaitEvent("snapshot")) {
      board.begin("sharing-started");
      await("all ideas").until(() -> others.ideas().size() >= IDEAS);
      assertThat(others.ideas()).containsExactlyInAnyOrderElementsOf(texts);
      assertThat(others.of("reconnect")).isEmpty();

      // the author's own are too many for one client; it gets them when it connects again
      await("the end of the stream").until(own::isOver);
      assertThat(own.of("reconnect")).hasSize(1);
      try (LiveStream resumed = open(board, author, lastId(own))) {
        await("all own ideas").until(() -> own.ideas().size() + resumed.ideas().size() >= IDEAS);
      }
    }
  }

  private static String lastId(LiveStream stream) {
    return stream.events().stream()
        .map(LiveStream.Event::id)
        .filter(Objects::nonNull)
        .reduce((before, id) -> id)
        .orElseThrow();
  }

  private static LiveStream open(LiveBoard board, Person person, String last) {
    return LiveStream.open(RestAssured.port, board.session, person.token(), last);
  }
}
