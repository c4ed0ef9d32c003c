package microstorm.idea.stream;

import static microstorm.testing.Patience.await;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import microstorm.idea.IdeaServiceTest;
import microstorm.idea.stream.TestBoard.Person;
import org.junit.jupiter.api.Test;

/**
 * A replica that is about to stop asks its clients to reconnect. Afterwards its streams end at
 * once, so the test shares the profile of {@link FeedByKafkaTest}, which runs before it, and of a
 * test without streams.
 */
@IdeaServiceTest
@TestProfile(FeedByKafkaTest.PollOff.class)
class StreamShutdownTest {

  @Inject TestBoard board;
  @Inject FeedMaintenance maintenance;

  @Test
  void oldAndNewClientsAreAskedToReconnect() {
    Person person = board.plan().join("participant");
    try (LiveStream stream = watch(person).awaitEvent("snapshot")) {
      maintenance.shutDown(new ShutdownDelayInitiatedEvent());
      stream.awaitEvent("reconnect");
      await("its end").until(stream::isOver);
    }
    try (LiveStream late = watch(person)) {
      late.awaitEvent("snapshot").awaitEvent("reconnect");
    }
  }

  private LiveStream watch(Person person) {
    return LiveStream.open(RestAssured.port, board.session, person.token(), null);
  }
}
