package microstorm.idea.stream;

import static microstorm.testing.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import microstorm.idea.IdeaServiceTest;
import microstorm.idea.idea.Rows;
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

  private static final String WAITING =
      """
      select count(*) from pg_stat_activity
      where wait_event_type = 'Lock' and query like '%from topic%'
      """;

  @Inject TestBoard board;
  @Inject FeedMaintenance maintenance;

  /** A stream that was accepted either has its snapshot or ends, however slow the database is. */
  @Test
  void oldAndNewClientsAreAskedToReconnect() throws SQLException {
    Person person = board.plan().join("participant");
    CompletableFuture<LiveStream> opening;
    try (LiveStream stream = watch(person).awaitEvent("snapshot");
        Connection slow = Rows.connect()) {
      slow.setAutoCommit(false);
      slow.createStatement().execute("lock table topic in access exclusive mode");
      opening = CompletableFuture.supplyAsync(() -> watch(person));
      await("a stream that opens").until(() -> Rows.number(WAITING, null) > 0);
      maintenance.shutDown(new ShutdownDelayInitiatedEvent());
      stream.awaitEvent("reconnect");
      await("its end").until(stream::isOver);
      slow.rollback();
    }
    try (LiveStream opened = opening.join();
        LiveStream late = watch(person)) {
      for (LiveStream asked : List.of(opened, late)) {
        asked.awaitEvent("reconnect");
        await("its end").until(asked::isOver);
        assertThat(asked.events()).hasSize(1);
      }
    }
  }

  private LiveStream watch(Person person) {
    return LiveStream.open(RestAssured.port, board.session, person.token(), null);
  }
}
