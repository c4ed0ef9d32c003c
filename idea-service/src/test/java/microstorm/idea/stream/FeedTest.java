package microstorm.idea.stream;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import microstorm.idea.board.BoardChanged;
import microstorm.idea.board.Change;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a feed tells, in which order, and to whom. */
class FeedTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final UUID session = UUID.randomUUID();
  private final List<Integer> sent = new ArrayList<>();
  private final Feed feed = new Feed(sent::add);

  @BeforeEach
  void start() {
    feed.startAt(4);
  }

  private BoardChanged handedOver(long... numbers) {
    return after(numbers[0] - 1, numbers);
  }

  private BoardChanged after(long follows, long... numbers) {
    return new BoardChanged(
        session,
        numbers[numbers.length - 1],
        follows,
        LongStream.of(numbers).mapToObj(FeedTest::topic).toList());
  }

  private static Change topic(long number) {
    return Change.open(number, "topic", "topic " + number);
  }

  private static ChangeBatch batch(long... numbers) {
    return new ChangeBatch(
        numbers[numbers.length - 1],
        LongStream.of(numbers).mapToObj(FeedTest::topic).toList(),
        JSON);
  }

  private void publish(BoardChanged change) {
    feed.publish(new ChangeBatch(change.seq(), change.changes(), JSON));
  }

  @Test
  void whatFollowsOnWhatWasToldIsNotRead() {
    assertThat(feed.hear(handedOver(5, 6))).isTrue();
    BoardChanged next = feed.next().orElseThrow();
    assertThat(feed.hear(handedOver(7))).isFalse();
    publish(next);
    assertThat(feed.goesOn()).isTrue();
    publish(feed.next().orElseThrow());
    assertThat(feed.goesOn()).isFalse();
    assertThat(feed.seq()).isEqualTo(7);
  }

  /** Numbers that advance with time have gaps. */
  @Test
  void gapsBetweenNumbersAreNotRead() {
    feed.hear(after(4, 50, 51));
    feed.hear(after(51, 900));
    publish(feed.next().orElseThrow());
    assertThat(feed.goesOn()).isTrue();
    publish(feed.next().orElseThrow());
    assertThat(feed.goesOn()).isFalse();
    assertThat(feed.seq()).isEqualTo(900);
  }

  /**
   * Two writers of one board commit one after the other, and may tell of it the other way round.
   */
  @Test
  void whatDoesNotFollowIsRead() {
    assertThat(feed.hear(handedOver(6))).isTrue();
    assertThat(feed.next()).isEmpty();
    assertThat(feed.hear(handedOver(5))).isFalse();
    feed.publish(batch(5, 6));
    assertThat(feed.goesOn()).isFalse();
    assertThat(feed.hear(handedOver(5))).isFalse();
    assertThat(feed.hear(handedOver(7))).isTrue();
    assertThat(feed.next()).isPresent();
  }

  @Test
  void whatWasHeardOfDuringAReadingIsReadUnlessItWasInIt() {
    assertThat(feed.hear(BoardChanged.unseen(session, 5))).isTrue();
    assertThat(feed.next()).isEmpty();
    assertThat(feed.hear(BoardChanged.unseen(session, 6))).isFalse();
    assertThat(feed.hear(BoardChanged.unseen(session, 7))).isFalse();
    feed.publish(batch(5, 6));
    assertThat(feed.goesOn()).isTrue();
    assertThat(feed.next()).isEmpty();
    feed.publish(batch(7));
    assertThat(feed.goesOn()).isFalse();
  }

  /** Whoever tells of it may err, or the database may have been put back. */
  @Test
  void aNumberThatIsNotThereIsReadForOnce() {
    assertThat(feed.hear(BoardChanged.unseen(session, 1_000))).isTrue();
    assertThat(feed.next()).isEmpty();
    feed.publish(new ChangeBatch(4, List.of(), JSON));
    assertThat(feed.goesOn()).isFalse();
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
