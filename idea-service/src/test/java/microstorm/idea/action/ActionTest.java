package microstorm.idea.action;

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

/** Actions in the session in which they are agreed. */
@IdeaServiceTest
class ActionTest {

  private static final String ACTIONS = "/api/boards/{session}/actions";

  private LiveBoard board;
  private Person person;
  private UUID idea;

  @BeforeEach
  void agree() {
    board = LiveBoard.in("sharing-started", false);
    person = board.join("participant");
    idea = board.posted(person, "an idea");
    board.begin("agreeing-started");
  }

  private ValidatableResponse add(Map<String, ?> action) {
    return board.as(person).body(action).post(ACTIONS, board.session).then();
  }

  private String added(String text) {
    return add(Map.of("text", text)).statusCode(201).extract().path("id");
  }

  private static ValidatableResponse change(
      LiveBoard board, Person person, String id, String change) {
    return board.as(person).body(change).patch(ACTIONS + "/{id}", board.session, id).then();
  }

  @Test
  void anActionIsAddedChangedAndRemoved() {
    String id =
        add(Map.of("text", "Do it", "owner", "Somebody", "dueOn", "2026-03-01", "ideaId", idea))
            .statusCode(201)
            .body("state", equalTo("open"))
            .body("ideaId", equalTo(idea.toString()))
            .extract()
            .path("id");
    change(board, person, id, "{\"state\":\"done\",\"owner\":null}")
        .statusCode(200)
        .body("state", equalTo("done"))
        .body("owner", nullValue())
        .body("dueOn", equalTo("2026-03-01"))
        .body("text", equalTo("Do it"));
    change(board, board.owner(), id, "{\"dueOn\":\"2027-01-01\"}").statusCode(200);
    assertThat(board.view(person).getList("actions.dueOn")).containsExactly("2027-01-01");
    for (int attempt = 1; attempt <= 2; attempt++) {
      board.as(person).delete(ACTIONS + "/{id}", board.session, id).then().statusCode(204);
    }
    change(board, person, id, "{}").statusCode(404);
    assertThat(board.view(person).getList("actions")).isEmpty();
    assertThat(board.events("action-added", 1).get(0).payload().get("owner").asText())
        .isEqualTo("Somebody");
    assertThat(board.events("action-changed", 2).get(0).payload().get("owner").isNull()).isTrue();
    assertThat(board.events("action-removed", 1)).hasSize(1);
  }

  @Test
  void aRetryFindsTheActionOfTheFirstAttempt() {
    Map<String, Object> action = Map.of("id", UUID.randomUUID(), "text", "Once");
    add(action).statusCode(201);
    add(action).statusCode(200);
    board
        .as(person)
        .delete(ACTIONS + "/{id}", board.session, action.get("id"))
        .then()
        .statusCode(204);
    add(action).statusCode(409).body("type", endsWith("#id-in-use"));
  }

  /**
   * A retry is answered whatever happened to the action since; a request with other content is not
   * a retry.
   */
  @Test
  void otherContentIsNotARetry() {
    Map<String, Object> action =
        Map.of(
            "id", UUID.randomUUID(),
            "text", " Once ",
            "owner", "Somebody",
            "dueOn", "2026-03-01",
            "ideaId", idea);
    add(action).statusCode(201);
    add(action).statusCode(200);
    for (String left : List.of("owner", "dueOn", "ideaId")) {
      Map<String, Object> other = new HashMap<>(action);
      other.remove(left);
      add(other).statusCode(409).body("type", endsWith("#id-in-use"));
    }
    Map<String, Object> other = new HashMap<>(action);
    other.put("text", "Twice");
    add(other).statusCode(409).body("type", endsWith("#id-in-use"));
    add(action).statusCode(200).body("text", equalTo("Once"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"text\":\"\"}",
        "{\"text\":\"x\",\"dueOn\":0}",
        "{\"text\":\"x\",\"dueOn\":\"2026-02-31\"}",
        "{\"text\":\"x\",\"dueOn\":\"+999999999-01-01\"}",
        "{\"text\":\"x\",\"dueOn\":\"0202-01-01\"}",
        "{\"text\":\"x\",\"owner\":\"\"}",
        "{\"text\":\"x\",\"owner\":7}"
      })
  void anInvalidActionIsRefused(String body) {
    board.as(person).body(body).post(ACTIONS, board.session).then().statusCode(400);
  }

  @Test
  void anInvalidChangeIsRefused() {
    String id = added("Do it");
    for (String no :
        List.of(
            "{\"state\":\"maybe\"}",
            "{\"owner\":\" \"}",
            "{\"owner\":7}",
            "{\"dueOn\":\"+10000-01-01\"}",
            "{\"text\":\"\"}")) {
      change(board, person, id, no).statusCode(400);
    }
    add(Map.of("text", "x", "ideaId", UUID.randomUUID())).statusCode(404);
    change(board, person, id, "{\"participantId\":7}").statusCode(400);
  }

  @Test
  void anActionCanNameASeatOfItsSession() {
    Person other = board.join("participant");
    String id =
        add(Map.of("text", "Do it", "participantId", other.id()))
            .statusCode(201)
            .body("participantId", equalTo(other.id().toString()))
            .body("owner", equalTo("Participant 1"))
            .extract()
            .path("id");
    change(board, person, id, "{\"owner\":\"Somebody\"}")
        .body("owner", equalTo("Somebody"))
        .body("participantId", nullValue());
    change(board, person, id, "{\"participantId\":\"%s\"}".formatted(person.id()))
        .body("owner", equalTo("Participant 0"))
        .body("participantId", equalTo(person.id().toString()));
    change(board, person, id, "{\"participantId\":null}")
        .body("owner", equalTo("Participant 0"))
        .body("participantId", nullValue());
  }

  @Test
  void anActionNamesNoSeatOfAnotherSessionAndNoObserver() {
    LiveBoard other = new LiveBoard(board.team);
    other.plan(false);
    for (UUID seat :
        List.of(other.join("participant").id(), board.join("observer").id(), UUID.randomUUID())) {
      add(Map.of("text", "Do it", "participantId", seat)).statusCode(404);
      change(board, person, added("x"), "{\"participantId\":\"%s\"}".formatted(seat))
          .statusCode(404);
    }
  }
}
