package microstorm.idea.event;

import static io.restassured.RestAssured.given;
import static microstorm.testing.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import microstorm.idea.IdeaServiceTest;
import microstorm.idea.board.Boards;
import microstorm.idea.stream.FeedByKafkaTest;
import microstorm.idea.stream.TestBoard;
import microstorm.idea.stream.TestBoard.Person;
import microstorm.testing.TestEvents;
import microstorm.testing.TestServers;
import microstorm.testing.contract.Contracts;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.ListGroupsOptions;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

/** Two releases on one Kafka: this one has a prefix, the other one has no prefix. */
@IdeaServiceTest
@TestProfile(FeedByKafkaTest.PollOff.class)
class TopicPrefixTest {

  private static final String PLANNED = "microstorm.session.planned.v1";

  @Inject Boards boards;
  @Inject TestBoard board;

  /** The negative control: the same event under this release's name is applied. */
  @Test
  void eventsOfAnotherReleaseAreNotRead() throws Exception {
    UUID foreign = UUID.randomUUID();
    publishPlanned("session.events", foreign);
    board.plan();
    assertThat(boards.find(foreign)).isEmpty();
    assertThat(topicsReadByThisRelease())
        .containsExactlyInAnyOrder("blue.session.events", "blue.log.events", "blue.idea.events");

    publishPlanned("blue.session.events", foreign);
    await("the control").until(() -> boards.find(foreign).isPresent());
  }

  @Test
  void nothingIsPublishedToAnotherRelease() {
    Person writer = board.plan().join("participant");
    board.publish("microstorm.session.quiet-started.v1", Map.of());
    await("the post")
        .until(
            () ->
                given()
                        .auth()
                        .oauth2(writer.token())
                        .contentType("application/json")
                        .body("{\"text\":\"For this release alone\"}")
                        .post("/api/boards/" + board.session + "/ideas")
                        .statusCode()
                    == 201);
    await("the event").until(() -> !TestEvents.read("blue.idea.events", board.session).isEmpty());
    assertThat(TestEvents.read("idea.events", board.session)).isEmpty();
  }

  private static void publishPlanned(String topic, UUID session) {
    String event =
        Contracts.sample("session-service", PLANNED)
            .replaceAll("(\"sessionId\" *: *)\"[^\"]*\"", "$1\"" + session + "\"");
    TestEvents.publish(topic, UUID.randomUUID(), PLANNED, session, event);
  }

  /** The topics assigned to the consumer groups of this release. */
  private static Set<String> topicsReadByThisRelease()
      throws ExecutionException, InterruptedException {
    Map<String, Object> settings =
        Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, TestServers.kafka().bootstrapServers());
    try (Admin admin = Admin.create(settings)) {
      List<String> groups =
          admin.listGroups(ListGroupsOptions.forConsumerGroups()).all().get().stream()
              .map(GroupListing::groupId)
              .filter(group -> group.startsWith(PrefixedTopics.PREFIX))
              .toList();
      return admin.describeConsumerGroups(groups).all().get().values().stream()
          .flatMap(group -> group.members().stream())
          .flatMap(member -> member.assignment().topicPartitions().stream())
          .map(TopicPartition::topic)
          .collect(Collectors.toSet());
    }
  }
}
