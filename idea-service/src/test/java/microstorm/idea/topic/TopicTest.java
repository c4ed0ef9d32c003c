package microstorm.idea.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import microstorm.idea.IdeaServiceTest;
import microstorm.idea.LiveBoard;
import microstorm.idea.LiveBoard.Person;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Adding, nesting, renaming, moving and removing topics. */
@IdeaServiceTest
class TopicTest {

  private static final String TOPICS = "/api/boards/{session}/topics";

  private LiveBoard board;
  private Person leader;

  @BeforeEach
  void share() {
    board = LiveBoard.in("sharing-started", false);
    leader = board.owner();
  }

  private ValidatableResponse add(Person person, Map<String, ?> topic) {
    return board.as(person).body(topic).post(TOPICS, board.session).then();
  }

  private UUID added(String title, UUID parent) {
    Map<String, Object> topic = new HashMap<>(Map.of("title", title));
    topic.put("parentId", parent);
    return UUID.fromString(add(leader, topic).statusCode(201).extract().path("id"));
  }

  private ValidatableResponse change(UUID id, String change) {
    return board.as(leader).body(change).patch(TOPICS + "/{id}", board.session, id).then();
  }

  private ValidatableResponse remove(UUID id) {
    return board.as(leader).delete(TOPICS + "/{id}", board.session, id).then();
  }

  private List<String> titles() {
    return board.view(leader).getList("topics.title");
  }

  @Test
  void topicsAreNestedRenamedAndRemoved() {
    UUID outer = added("Outer", null);
    UUID inner = added("Inner", outer);
    change(inner, "{\"title\":\"Other\"}").statusCode(200).body("title", equalTo("Other"));
    remove(outer).statusCode(409).body("type", endsWith("#topic-not-empty"));
    change(inner, "{\"parentId\":null}").statusCode(200).body("parentId", nullValue());
    remove(outer).statusCode(204);
    remove(outer).statusCode(204);
    change(outer, "{\"title\":\"Gone\"}").statusCode(404);
    remove(UUID.randomUUID()).statusCode(404);
    assertThat(titles()).containsExactly("Other");
    assertThat(board.events("topic-added", 2)).hasSize(2);
    assertThat(board.events("topic-renamed", 1).get(0).payload().get("title").asText())
        .isEqualTo("Other");
    assertThat(board.events("topic-moved", 1).get(0).payload().get("parentId").isNull()).isTrue();
    assertThat(board.events("topic-removed", 1).get(0).payload().get("topicId").asText())
        .isEqualTo(outer.toString());
  }

  @Test
  void anEmptyChangeChangesNothingInWhateverPhase() {
    UUID topic = added("As it is", null);
    board.begin("closing");
    change(topic, "{\"title\":\"Too late\"}").statusCode(409);
    change(topic, "{}").statusCode(200).body("title", equalTo("As it is"));
    change(UUID.randomUUID(), "{}").statusCode(404);
    board
        .as(board.join("participant"))
        .body("{}")
        .patch(TOPICS + "/{id}", board.session, topic)
        .then()
        .statusCode(403);
  }

  @Test
  void aTopicIsMovedBeforeAnother() {
    UUID first = added("1", null);
    added("2", null);
    UUID third = added("3", null);
    int position = board.view(leader).getInt("topics[0].position");
    change(third, "{\"position\":" + position + "}").statusCode(200);
    assertThat(titles()).containsExactly("3", "1", "2");
    change(first, "{\"position\":1000000000}").statusCode(200);
    assertThat(titles()).containsExactly("3", "2", "1");
    change(first, "{\"position\":-1}").statusCode(400);
  }

  @Test
  void aTopicCannotContainItself() {
    UUID outer = added("Outer", null);
    UUID inner = added("Inner", added("Middle", outer));
    for (UUID parent : List.of(outer, inner)) {
      change(outer, "{\"parentId\":\"" + parent + "\"}")
          .statusCode(409)
          .body("type", endsWith("#cycle"));
    }
    change(outer, "{\"parentId\":\"" + UUID.randomUUID() + "\"}").statusCode(404);
  }

  @Test
  void topicsAreNestedToTwentyLevels() {
    UUID pair = added("Pair", null);
    added("In it", pair);
    UUID level = null;
    UUID nineteenth = null;
    for (int i = 1; i <= 20; i++) {
      nineteenth = level;
      level = added("Level " + i, level);
    }
    add(leader, Map.of("title", "Too deep", "parentId", level))
        .statusCode(409)
        .body("type", endsWith("#too-deep"));
    change(pair, "{\"parentId\":\"" + nineteenth + "\"}")
        .statusCode(409)
        .body("type", endsWith("#too-deep"));
  }

  @Test
  void aRetryFindsTheTopicOfTheFirstAttempt() {
    Map<String, Object> topic = Map.of("id", UUID.randomUUID(), "title", "Once");
    add(leader, topic).statusCode(201);
    add(leader, topic).statusCode(200).body("title", equalTo("Once"));
    assertThat(titles()).containsExactly("Once");
    LiveBoard elsewhere = LiveBoard.in("sharing-started", false);
    elsewhere
        .as(elsewhere.owner())
        .body(topic)
        .post(TOPICS, elsewhere.session)
        .then()
        .statusCode(409)
        .body("type", endsWith("#id-in-use"));
  }

  /**
   * A retry is answered whatever happened to the topic since; a request with other content is not a
   * retry.
   */
  @Test
  void otherContentIsNotARetry() {
    UUID outer = added("Outer", null);
    UUID id = UUID.randomUUID();
    Map<String, Object> topic = Map.of("id", id, "title", " Once ", "parentId", outer);
    add(leader, topic).statusCode(201);
    add(leader, topic).statusCode(200);
    for (Map<String, Object> other :
        List.of(
            Map.<String, Object>of("id", id, "title", "Twice", "parentId", outer),
            Map.<String, Object>of("id", id, "title", "Once"))) {
      add(leader, other).statusCode(409).body("type", endsWith("#id-in-use"));
    }
    long next = board.view(leader).getLong("seq") + 1;
    change(id, "{\"parentId\":null,\"position\":" + next + "}").statusCode(200);
    add(leader, topic).statusCode(200).body("parentId", nullValue());
    change(id, "{\"title\":\"Renamed\"}").statusCode(200);
    add(leader, topic).statusCode(200).body("title", equalTo("Renamed"));
  }

  @Test
  void aTopicWithIdeasCannotBeRemoved() {
    Person author = board.join("participant");
    UUID topic = added("Full", null);
    board.post(author, Map.of("text", "in it", "topicId", topic)).statusCode(201);
    remove(topic).statusCode(409).body("type", endsWith("#topic-not-empty"));
  }

  /** Otherwise an attempt to remove a topic would show whether somebody has written there. */
  @Test
  void inTheQuietPhaseNoTopicIsRemovedEmptyOrNot() {
    LiveBoard quiet = LiveBoard.in("quiet-started", false);
    Person author = quiet.join("participant");
    String topic =
        quiet
            .as(quiet.owner())
            .body(Map.of("title", "Maybe full"))
            .post(TOPICS, quiet.session)
            .path("id");
    for (int ideas = 0; ideas < 2; ideas++) {
      quiet
          .as(quiet.owner())
          .delete(TOPICS + "/{id}", quiet.session, topic)
          .then()
          .statusCode(409)
          .body("type", endsWith("#quiet"));
      quiet.post(author, Map.of("text", "hidden", "topicId", topic)).statusCode(201);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"title\":\" \"}",
        "{\"title\":\"a\\nb\"}",
        "{\"title\":\"\\ud83d\"}",
        "{\"title\":7}",
        "{\"title\":\"x\",\"id\":\"y\"}",
        "[]",
        ""
      })
  void anInvalidTopicIsRefused(String body) {
    board.as(leader).body(body).post(TOPICS, board.session).then().statusCode(400);
    add(leader, Map.of("title", "x".repeat(201))).statusCode(400);
    add(leader, Map.of("title", "x".repeat(200))).statusCode(201);
    add(leader, Map.of("title", "x", "parentId", UUID.randomUUID())).statusCode(404);
  }
}
