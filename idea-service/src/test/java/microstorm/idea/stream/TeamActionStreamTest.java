package microstorm.idea.stream;

import static microstorm.testing.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.RestAssured;
import java.util.List;
import java.util.Map;
import microstorm.idea.IdeaServiceTest;
import microstorm.idea.LiveBoard;
import microstorm.idea.LiveBoard.Person;
import microstorm.testing.contract.Contracts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Live streams follow the actions of the team's other sessions. */
@IdeaServiceTest
class TeamActionStreamTest {

  private LiveBoard first;
  private LiveBoard second;
  private Person person;
  private String action;

  @BeforeEach
  void begin() {
    first = LiveBoard.in("agreeing-started", false);
    action = agree("Do it");
    second = new LiveBoard(first.team);
    second.plan(false);
    person = second.join("participant");
    second.begin("quiet-started");
  }

  private String agree(String text) {
    return first
        .as(first.owner())
        .body(Map.of("text", text))
        .post("/api/boards/{id}/actions", first.session)
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  private void change(Map<String, ?> change) {
    first.as(first.owner()).body(change).patch("/api/actions/{id}", action).then().statusCode(200);
  }

  private LiveStream open(LiveBoard board, Person reader, String lastEventId) {
    return LiveStream.open(RestAssured.port, board.session, reader.token(), lastEventId);
  }

  private static List<String> lists(LiveStream stream) {
    return stream
        .of("team-actions")
        .map(event -> Contracts.tree(event.data()).path("open").findValuesAsText("text").toString())
        .toList();
  }

  @Test
  void aChangeInOneSessionShowsInTheOthers() {
    try (LiveStream there = open(second, person, null).awaitEvent("snapshot");
        LiveStream home = open(first, first.owner(), null).awaitEvent("snapshot")) {
      change(Map.of("text", "Do it well"));
      home.awaitEvent("action");
      await("the change").until(() -> lists(there).contains("[Do it well]"));
      agree("And this");
      await("the addition").until(() -> lists(there).contains("[Do it well, And this]"));
      assertThat(there.of("action")).isEmpty();
      assertThat(there.of("team-actions").map(LiveStream.Event::id).distinct())
          .as("no number of its own")
          .hasSize(1);
      assertThat(lists(home)).allMatch("[]"::equals);
    }
  }

  @Test
  void aStreamThatResumesHasThemOnce() {
    String last = Long.toString(second.view(person).getLong("seq"));
    change(Map.of("text", "Do it well"));
    try (LiveStream resumed = open(second, person, last).awaitEvent("team-actions")) {
      assertThat(lists(resumed)).containsExactly("[Do it well]");
    }
  }

  @Test
  void theChangeOfASealedBoardsActionShowsOnItsStream() {
    first.begin("closing");
    first.begin("closed");
    try (LiveStream stream = open(first, first.owner(), null).awaitEvent("snapshot")) {
      change(Map.of("state", "done"));
      stream.awaitEvent("action");
      assertThat(stream.of("action").map(LiveStream.Event::data)).allMatch(d -> d.contains("done"));
    }
  }
}
