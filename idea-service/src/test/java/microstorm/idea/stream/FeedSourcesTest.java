package microstorm.idea.stream;

import static io.restassured.RestAssured.given;

import io.quarkus.test.common.http.TestHTTPResource;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.net.URL;
import microstorm.idea.IdeaServiceTest;
import microstorm.idea.stream.TestBoard.Person;
import microstorm.testing.TestServers;
import org.junit.jupiter.api.Test;

/** Without Kafka, the changes of another replica are found in the database. */
@IdeaServiceTest
class FeedSourcesTest {

  @Inject TestBoard board;

  @TestHTTPResource(value = "/health", management = true)
  URL health;

  @Test
  void changesOfAnotherReplicaArriveWithoutKafka() {
    Person writer = board.plan().join("participant");
    try (LiveStream stream =
        LiveStream.open(RestAssured.port, board.session, writer.token(), null)) {
      stream.awaitEvent("snapshot");
      TestServers.kafka().pause();
      board.writeElsewhere(writer, "far away");
      stream.awaitIdea("far away");
      given().get(health).then().statusCode(200);
    } finally {
      TestServers.kafka().resume();
    }
  }
}
