package microstorm.idea.stream;

import static microstorm.testing.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import microstorm.idea.stream.FeedByKafkaTest.Unasked;
import microstorm.idea.stream.TestBoard.Person;
import microstorm.testing.TestEvents;
import microstorm.testing.TestIssuer;
import microstorm.testing.TestServers;
import org.junit.jupiter.api.Test;

/** With the poll off, what another replica writes is told by Kafka alone. */
@QuarkusTest
@TestProfile(Unasked.class)
@QuarkusTestResource(
    value = TestServers.class,
    initArgs = @ResourceArg(name = "database", value = "ideas"))
@QuarkusTestResource(TestIssuer.class)
class FeedByKafkaTest {

  /** A release of its own on the Kafka that all tests share. */
  public static class Unasked implements QuarkusTestProfile {
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
  void anotherReplicasChangesComeThroughKafka() {
    Person writer = board.plan().join("participant");
    Person elsewhere = other.plan().join("participant");
    try (LiveStream stream = watch(board, writer);
        LiveStream others = watch(other, elsewhere)) {
      board.writeElsewhere(writer, "untold");
      awaitTold(other, other.writeElsewhere(elsewhere, "told"), others);
      // nobody told of it, so nobody saw it: there is no other way than Kafka here
      assertThat(stream.ideas()).isEmpty();
      awaitTold(board, board.writeElsewhere(writer, "told"), stream);
      assertThat(stream.ideas()).containsExactly("untold", "told");
    }
  }

  private static LiveStream watch(TestBoard board, Person person) {
    return LiveStream.open(RestAssured.port, board.session, person.token(), null)
        .awaitEvent("snapshot");
  }

  /** Says it again until it is heard: this replica's group may still be on its way in. */
  private static void awaitTold(TestBoard board, long seq, LiveStream stream) {
    await("what Kafka tells")
        .until(
            () -> {
              publish(board.session, seq);
              return stream.ideas().contains("told");
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
