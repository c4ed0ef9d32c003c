package microstorm.idea.focus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;

import io.restassured.response.ValidatableResponse;
import java.util.Map;
import java.util.UUID;
import microstorm.idea.IdeaServiceTest;
import microstorm.idea.LiveBoard;
import microstorm.idea.LiveBoard.Person;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The facilitator shows one item to everybody. */
@IdeaServiceTest
class FocusTest {

  private static final String FOCUS = "/api/boards/{session}/focus";

  private LiveBoard board;
  private Person leader;
  private Person person;
  private UUID idea;

  @BeforeEach
  void share() {
    board = LiveBoard.in("sharing-started", false);
    leader = board.owner();
    person = board.join("participant");
    idea = board.posted(person, "An idea to look at");
  }

  private ValidatableResponse show(Person by, String kind, UUID id) {
    return board.as(by).body(Map.of("kind", kind, "id", id)).put(FOCUS, board.session).then();
  }

  private Object shown(Person to) {
    return board.view(to).get("session.focus.id");
  }

  @Test
  void everybodySeesWhatIsShown() {
    show(leader, "idea", idea).statusCode(204);
    assertThat(shown(person)).isEqualTo(idea.toString());
    assertThat(board.view(person).getString("session.focus.kind")).isEqualTo("idea");
    long seq = board.view(person).getLong("seq");
    show(leader, "idea", idea).statusCode(204);
    assertThat(board.view(person).getLong("seq")).isEqualTo(seq);

    UUID topic =
        UUID.fromString(
            board
                .as(leader)
                .body(Map.of("title", "A topic"))
                .post("/api/boards/{session}/topics", board.session)
                .then()
                .statusCode(201)
                .extract()
                .path("id"));
    show(leader, "topic", topic).statusCode(204);
    assertThat(shown(person)).isEqualTo(topic.toString());
    for (int attempt = 1; attempt <= 2; attempt++) {
      board.as(leader).delete(FOCUS, board.session).then().statusCode(204);
      assertThat(shown(person)).isNull();
    }
  }

  @Test
  void onlyWhatIsThereIsShown() {
    show(leader, "idea", UUID.randomUUID()).statusCode(404);
    show(leader, "group", idea).statusCode(404);
    UUID another = LiveBoard.in("sharing-started", false).session;
    show(leader, "topic", another).statusCode(404);
    board
        .as(leader)
        .body(Map.of("kind", "person", "id", idea))
        .put(FOCUS, board.session)
        .then()
        .statusCode(400);
    board.as(leader).body(Map.of("kind", "idea")).put(FOCUS, board.session).then().statusCode(400);
    assertThat(shown(person)).isNull();
  }

  @Test
  void onlyThoseWhoLeadShowItems() {
    show(person, "idea", idea).statusCode(403).body("type", endsWith("#not-facilitator"));
    board.as(person).delete(FOCUS, board.session).then().statusCode(403);
    show(board.join("observer"), "idea", idea).statusCode(403);
    show(board.join("facilitator"), "idea", idea).statusCode(204);
  }

  @Test
  void theNextPhaseBeginsWithoutFocus() {
    show(leader, "idea", idea).statusCode(204);
    board.begin("converging-started");
    assertThat(shown(person)).isNull();
    show(leader, "idea", idea).statusCode(204);
  }

  /** The answer to a leader must not show whether somebody wrote this idea. */
  @Test
  void hiddenIdeasCannotBeShown() {
    LiveBoard quiet = LiveBoard.in("quiet-started", false);
    UUID hidden = quiet.posted(quiet.join("participant"), "A hidden idea");
    for (UUID id : new UUID[] {hidden, UUID.randomUUID()}) {
      quiet
          .as(quiet.owner())
          .header("Prefer", "wait=0")
          .body(Map.of("kind", "idea", "id", id))
          .put(FOCUS, quiet.session)
          .then()
          .statusCode(409)
          .body("type", endsWith("#quiet"));
    }
  }
}
