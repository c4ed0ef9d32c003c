package microstorm.idea.stream;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import microstorm.idea.board.Change;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a feed tells, in which order, and to whom. */
class FeedTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final List<Integer> sent = new ArrayList<>();
  private final Feed feed = new Feed(sent::add);

  @BeforeEach
  void start() {
    feed.startAt(4);
  }

  private static Change topic(long number) {
    return Change.open(number, "topic", "topic " + number);
  }

  private static Batch batch(long... numbers) {
    return new Batch(
        numbers[numbers.length - 1],
        LongStream.of(numbers).mapToObj(FeedTest::topic).toList(),
        JSON);
  }

  @Test
  void aWatcherThatFailsIsCutOffAndTheOthersGetEverythingOnce() {
    Client first = new Client();
    Client broken = new Client();
    Client last = new Client();
    for (Client client : List.of(first, broken, last)) {
      client.join(feed, 4);
    }
    broken.breakDown();
    feed.publish(batch(5));
    feed.publish(batch(5, 6));
    for (Client client : List.of(first, last)) {
      assertThat(client.text().lines().filter(line -> line.startsWith("data: ")))
          .containsExactly("data: \"topic 5\"", "data: \"topic 6\"");
      assertThat(client.isEnded()).isFalse();
    }
    assertThat(broken.isEnded()).isTrue();
    assertThat(feed.watchers()).hasSize(2);
    assertThat(sent).containsExactlyInAnyOrder(1, 1, -1, 1, 1);
  }

  @Test
  void aWatcherThatBeganLaterIsNotToldAgain() {
    Client client = new Client();
    client.join(feed, 6);
    feed.publish(batch(5));
    feed.publish(batch(5, 6, 7));
    assertThat(client.text().lines().filter(line -> line.startsWith("data: ")))
        .containsExactly("data: \"topic 7\"");
  }
}
