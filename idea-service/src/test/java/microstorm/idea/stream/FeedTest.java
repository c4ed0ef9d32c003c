package microstorm.idea.stream;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import microstorm.idea.board.BoardChanged;
import microstorm.idea.board.Change;
import microstorm.idea.board.ChangeType;
import microstorm.idea.sse.SendResult;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The changes that a feed publishes, their order and their receivers. */
class FeedTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final UUID session = UUID.randomUUID();
  private final List<SendResult> results = new ArrayList<>();
  private final Feed feed = new Feed("team", results::add);

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
    return Change.open(number, ChangeType.TOPIC, "topic " + number);
  }

  private static ChangeBatch batch(long... numbers) {
    return new ChangeBatch(
        numbers[numbers.length - 1],
        true,
        LongStream.of(numbers).mapToObj(FeedTest::topic).toList(),
        JSON);
  }

  private void publish(BoardChanged change) {
    feed.publish(new ChangeBatch(change.seq(), true, change.changes(), JSON));
  }

  @Test
  void consecutiveChangesAreNotRead() {
    assertThat(feed.announce(handedOver(5, 6))).isTrue();
    BoardChanged next = feed.next().orElseThrow();
    assertThat(feed.announce(handedOver(7))).isFalse();
    publish(next);
    assertThat(feed.continues()).isTrue();
    publish(feed.next().orElseThrow());
    assertThat(feed.continues()).isFalse();
    assertThat(feed.seq()).isEqualTo(7);
  }

  /** Numbers that advance with time have gaps. */
  @Test
  void gapsBetweenNumbersAreNotRead() {
    feed.announce(after(4, 50, 51));
    feed.announce(after(51, 900));
    publish(feed.next().orElseThrow());
    assertThat(feed.continues()).isTrue();
    publish(feed.next().orElseThrow());
    assertThat(feed.continues()).isFalse();
    assertThat(feed.seq()).isEqualTo(900);
  }

  /** Two writers of one board commit one after the other and may announce it in the other order. */
  @Test
  void changesOutOfOrderAreRead() {
    assertThat(feed.announce(handedOver(6))).isTrue();
    assertThat(feed.next()).isEmpty();
    assertThat(feed.announce(handedOver(5))).isFalse();
    feed.publish(batch(5, 6));
    assertThat(feed.continues()).isFalse();
    assertThat(feed.announce(handedOver(5))).isFalse();
    assertThat(feed.announce(handedOver(7))).isTrue();
    assertThat(feed.next()).isPresent();
  }

  @Test
  void changesAnnouncedDuringAReadAreReadUnlessItCoveredThem() {
    assertThat(feed.announce(BoardChanged.unseen(session, 5))).isTrue();
    assertThat(feed.next()).isEmpty();
    assertThat(feed.announce(BoardChanged.unseen(session, 6))).isFalse();
    assertThat(feed.announce(BoardChanged.unseen(session, 7))).isFalse();
    feed.publish(batch(5, 6));
    assertThat(feed.continues()).isTrue();
    assertThat(feed.next()).isEmpty();
    feed.publish(batch(7));
    assertThat(feed.continues()).isFalse();
  }

  /** The announcement may be wrong, or the database may have been restored. */
  @Test
  void aMissingNumberIsReadOnlyOnce() {
    assertThat(feed.announce(BoardChanged.unseen(session, 1_000))).isTrue();
    assertThat(feed.next()).isEmpty();
    feed.publish(new ChangeBatch(4, true, List.of(), JSON));
    assertThat(feed.continues()).isFalse();
  }

  @Test
  void aFailingSubscriberIsCutOffAndTheOthersGetEverythingOnce() {
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
    assertThat(feed.subscribers()).hasSize(2);
    SendResult one = SendResult.of(1);
    assertThat(results).containsExactlyInAnyOrder(one, one, SendResult.CUT_OFF, one, one);
  }

  @Test
  void aLaterSubscriberGetsNoEarlierChanges() {
    Client client = new Client();
    client.join(feed, 6);
    feed.publish(batch(5));
    feed.publish(batch(5, 6, 7));
    assertThat(client.text().lines().filter(line -> line.startsWith("data: ")))
        .containsExactly("data: \"topic 7\"");
  }

  /** A large change is read and published in pieces. */
  @Test
  void aBatchThatIsNotCompleteIsFollowedByAnother() {
    feed.announce(BoardChanged.unseen(UUID.randomUUID(), 9));
    assertThat(feed.next()).isEmpty();
    feed.publish(new ChangeBatch(6, false, List.of(topic(6)), JSON));
    assertThat(feed.continues()).isTrue();
    assertThat(feed.next()).isEmpty();
    feed.publish(new ChangeBatch(9, true, List.of(topic(9)), JSON));
    assertThat(feed.continues()).isFalse();
    assertThat(feed.seq()).isEqualTo(9);
  }
}
