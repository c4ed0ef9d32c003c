package microstorm.idea.stream;

import static microstorm.testing.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import microstorm.idea.IdeaServiceTest;
import microstorm.idea.event.PrefixedTopics;
import microstorm.idea.stream.FeedByKafkaTest.PollOff;
import microstorm.idea.stream.TestBoard.Person;
import microstorm.testing.TestEvents;
import org.junit.jupiter.api.Test;

/** With the poll off, only Kafka announces the changes of another replica. */
@IdeaServiceTest
@TestProfile(PollOff.class)
public class FeedByKafkaTest {

  /** The poll is off, and the topics have a prefix on the Kafka that all tests share. */
  public static class PollOff implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("microstorm.stream.poll", "off");
    }

    @Override
    public List<TestResourceEntry> testResources() {
      return List.of(new TestResourceEntry(PrefixedTopics.class));
    }
  }

  @Inject TestBoard board;
  @Inject TestBoard other;

  @Test
  void changesOfAnotherReplicaArriveThroughKafka() {
    Person writer = board.plan().join("participant");
    Person elsewhere = other.plan().join("participant");
    try (LiveStream stream = watch(board, writer);
        LiveStream others = watch(other, elsewhere)) {
      board.writeElsewhere(writer, "not announced");
      awaitAnnounced(other, other.writeElsewhere(elsewhere, "announced"), others);
      // the change was not announced and not seen: only Kafka announces changes here
      assertThat(stream.ideas()).isEmpty();
      awaitAnnounced(board, board.writeElsewhere(writer, "announced"), stream);
      assertThat(stream.ideas()).containsExactly("not announced", "announced");
    }
  }

  private static LiveStream watch(TestBoard board, Person person) {
    return LiveStream.open(RestAssured.port, board.session, person.token(), null)
        .awaitEvent("snapshot");
  }

  /**
   * Publishes repeatedly until the stream shows the change, because the consumer group of this
   * replica may still be joining.
   */
  private static void awaitAnnounced(TestBoard board, long seq, LiveStream stream) {
    await("the change that Kafka announces")
        .until(
            () -> {
              publish(board.session, seq);
              return stream.ideas().contains("announced");
            });
  }

  private static void publish(UUID session, long seq) {
    TestEvents.publish(
        PrefixedTopics.PREFIX + "idea.events",
        UUID.randomUUID(),
        "microstorm.idea.advanced.v1",
        session,
        "{\"sessionId\":\"%s\",\"seq\":%d}".formatted(session, seq));
  }
}
