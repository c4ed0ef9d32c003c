package microstorm.idea.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import microstorm.idea.sse.Connection;
import microstorm.idea.sse.SendQueue;
import microstorm.idea.sse.SseFrame;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Sending bytes to a client that reads at its own pace. */
class ConnectionTest {

  private static final Duration BEAT = Duration.ofSeconds(15);
  private static final Buffer LAST = Buffer.buffer("event: reconnect\n\n");

  private final Client client = new Client().stop();
  private final Connection connection = client.connection(100);

  @BeforeEach
  void open() {
    connection.open(Instant.EPOCH);
  }

  private static SseFrame frame(int length) {
    return new SseFrame(List.of(Buffer.buffer("x".repeat(length))), 1);
  }

  @Test
  void aLargeFrameIsSentInChunks() {
    connection.offer(frame(3 * SendQueue.CHUNK_BYTES + 1));
    client.read();
    assertThat(client.portions()).hasSize(4);
    assertThat(client.portions()).allMatch(portion -> portion.length() <= SendQueue.CHUNK_BYTES);
    assertThat(client.text()).hasSize(3 * SendQueue.CHUNK_BYTES + 1);
  }

  @Test
  void waitingFramesAreSentTogether() {
    for (int i = 0; i < 4; i++) {
      assertThat(connection.offer(frame(25))).isTrue();
    }
    client.read();
    assertThat(client.portions()).hasSize(2);
    assertThat(client.text()).hasSize(100);
  }

  @Test
  void aLimitedNumberOfBytesWaitsBehindTheFrameBeingSent() {
    assertThat(connection.offer(frame(1_000_000))).isTrue();
    assertThat(connection.offer(frame(60))).isTrue();
    assertThat(connection.offer(frame(40))).isTrue();
    assertThat(connection.offer(frame(1))).isFalse();
  }

  @Test
  void aFrameOfAnySizeIsAcceptedWhenNoneWaits() {
    assertThat(connection.offer(frame(1))).isTrue();
    assertThat(connection.offer(frame(1_000_000))).isTrue();
    assertThat(connection.offer(frame(1))).isFalse();
  }

  @Test
  void theLastMessageFollowsTheBytesBeingSent() {
    connection.offer(frame(3));
    connection.offer(frame(5));
    connection.end(LAST);
    assertThat(client.isEnded()).isFalse();
    client.read();
    assertThat(client.text()).isEqualTo("xxx" + LAST);
    assertThat(client.isEnded()).isTrue();
  }

  /** The client would take it for the rest of the event and its number as received. */
  @Test
  void noLastMessageIsSentWithinAnEvent() {
    connection.offer(frame(SendQueue.CHUNK_BYTES + 1));
    connection.end(LAST);
    client.read();
    assertThat(client.text()).hasSize(SendQueue.CHUNK_BYTES);
    assertThat(client.isEnded()).isTrue();
  }

  @Test
  void aStreamEndsWithTheFirstBytesThatCannotBeSent() {
    connection.offer(frame(3));
    assertThat(client.isEnded()).as("the control: the bytes are on their way").isFalse();
    client.fail();
    assertThat(client.isEnded()).isTrue();
  }

  @Test
  void aClientThatDoesNotReadTheEndIsClosedAtTheDeadline() {
    connection.offer(frame(3));
    assertThat(client.hasDeadline()).isFalse();
    connection.end(LAST);
    assertThat(client.isEnded()).isFalse();
    client.passDeadline();
    assertThat(client.isEnded()).isTrue();
    assertThat(client.text()).doesNotContain("reconnect");
  }

  @Test
  void theDeadlineStopsWhenTheClientHasRead() {
    connection.offer(frame(3));
    connection.end(LAST);
    assertThat(client.hasDeadline()).isTrue();
    client.read();
    assertThat(client.hasDeadline()).isFalse();
    assertThat(client.text()).endsWith(LAST.toString());
  }

  @Test
  void aClientThatNeverReadsIsGivenUpEvenAfterTheEnd() {
    connection.offer(frame(3));
    connection.end(null);
    Instant now = Instant.EPOCH;
    assertThat(connection.beat(now = now.plus(BEAT), BEAT)).isTrue();
    assertThat(connection.beat(now = now.plus(BEAT), BEAT)).isTrue();
    assertThat(connection.beat(now.plus(BEAT), BEAT)).isFalse();
  }
}
