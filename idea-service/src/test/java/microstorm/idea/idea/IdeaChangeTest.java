package microstorm.idea.idea;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.response.ValidatableResponse;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import microstorm.idea.IdeaServiceTest;
import microstorm.idea.LiveBoard;
import microstorm.idea.LiveBoard.Person;
import microstorm.testing.TestEvents;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Reading, rewriting, moving and withdrawing ideas, by those who are permitted to. */
@IdeaServiceTest
class IdeaChangeTest {

  private LiveBoard board;
  private Person author;
  private Person other;
  private Person facilitator;

  @BeforeEach
  void share() {
    board = LiveBoard.in("sharing-started", false);
    author = board.join("participant");
    other = board.join("participant");
    facilitator = board.join("facilitator");
  }

  private ValidatableResponse change(Person person, UUID id, Map<String, ?> change) {
    return board.as(person).body(change).patch(board.idea(id)).then();
  }

  private ValidatableResponse withdraw(Person person, UUID id) {
    return board.as(person).delete(board.idea(id)).then();
  }

  private ValidatableResponse get(UUID id) {
    return board.as(other).get(board.idea(id)).then();
  }

  private UUID postedBelow(Person person, UUID parent) {
    return UUID.fromString(
        board
            .post(person, Map.of("text", "builds on it", "parentId", parent))
            .statusCode(201)
            .extract()
            .path("id"));
  }

  private List<TestEvents.Event> eventsOf(String type) {
    return board.events(type, 1);
  }

  @Test
  void anAuthorRewritesTheirOwnIdea() {
    UUID id = board.posted(author, "old https://example.org/old");
    change(author, id, Map.of("text", "new https://example.org/new")).statusCode(200);
    get(id)
        .statusCode(200)
        .body("text", equalTo("new https://example.org/new"))
        .body("links.url", equalTo(List.of("https://example.org/new")));
    assertThat(eventsOf("edited").get(0).payload().get("text").asText()).startsWith("new");
    assertThat(board.events("link-added", 2)).hasSize(2);
  }

  @Test
  void nobodyRewritesOrWithdrawsAnothersIdea() {
    UUID id = board.posted(author, "mine");
    for (Person person : List.of(other, facilitator)) {
      change(person, id, Map.of("text", "theirs"))
          .statusCode(403)
          .body("type", endsWith("#not-yours"));
      withdraw(person, id).statusCode(403).body("type", endsWith("#not-yours"));
    }
    change(board.owner(), id, Map.of("text", "theirs"))
        .statusCode(403)
        .body("type", endsWith("#not-a-participant"));
    get(id).body("text", equalTo("mine"));
  }

  @Test
  void theEditKeyGivesAccessOnAnotherDevice() {
    UUID id = board.posted(author, "from the first device");
    Person again = board.join("participant");
    change(again, id, Map.of("text", "x")).statusCode(403);
    board
        .as(again)
        .header("Edit-Key", author.key())
        .body(Map.of("text", "from the second"))
        .patch(board.idea(id))
        .then()
        .statusCode(200);
    board
        .as(again)
        .header("Edit-Key", author.key())
        .get(board.idea(id))
        .then()
        .body("mine", equalTo(true))
        .body("text", equalTo("from the second"));
  }

  @Test
  void childrenOfAWithdrawnIdeaMoveUp() {
    UUID root = board.posted(author, "root");
    UUID gone = postedBelow(author, root);
    UUID child = postedBelow(other, gone);
    UUID grandchild = postedBelow(other, child);
    withdraw(author, gone).statusCode(204);
    withdraw(author, gone).statusCode(204);
    get(gone).statusCode(404);
    get(child).body("parentId", equalTo(root.toString()));
    get(grandchild).body("parentId", equalTo(child.toString()));
    assertThat(eventsOf("withdrawn")).hasSize(1);
    assertThat(eventsOf("moved").get(0).payload().get("parentId").asText())
        .isEqualTo(root.toString());
    assertThat(Rows.allThatNames(gone + ",%builds", board.session)).isEmpty();
    assertThat(
            Rows.number(
                "select sum(depth) from idea where session_id = ? and not withdrawn",
                board.session))
        .isEqualTo(1 + 2 + 3);
  }

  @Test
  void withdrawnChildrenAreNotMoved() {
    UUID root = board.posted(author, "root");
    UUID gone = postedBelow(author, root);
    UUID stays = postedBelow(author, root);
    withdraw(author, gone).statusCode(204);
    withdraw(author, root).statusCode(204);
    assertThat(board.events("withdrawn", 2)).hasSize(2);
    assertThat(eventsOf("moved"))
        .extracting(event -> event.payload().get("ideaId").asText())
        .containsExactly(stays.toString());
  }

  /** The control is the same move before the deepest idea is withdrawn. */
  @Test
  void aWithdrawnIdeaDoesNotCountAsALevel() {
    UUID top = board.posted(author, "1");
    UUID deepest = top;
    for (int depth = 2; depth <= 20; depth++) {
      deepest = postedBelow(author, deepest);
    }
    UUID another = board.posted(author, "another");
    change(facilitator, top, Map.of("parentId", another))
        .statusCode(409)
        .body("type", endsWith("#too-deep"));
    withdraw(author, deepest).statusCode(204);
    change(facilitator, top, Map.of("parentId", another)).statusCode(200);
  }

  @Test
  void onlyAFacilitatorOrTheOwnerMovesIdeasOfOthers() {
    UUID parent = board.posted(author, "parent");
    UUID child = board.posted(author, "child");
    change(other, child, Map.of("parentId", parent))
        .statusCode(403)
        .body("type", endsWith("#not-facilitator"));
    change(facilitator, child, Map.of("parentId", parent)).statusCode(200);
    get(child).body("parentId", equalTo(parent.toString())).body("text", equalTo("child"));
    assertThat(eventsOf("moved").get(0).payload().get("parentId").asText())
        .isEqualTo(parent.toString());
    change(board.owner(), child, Collections.singletonMap("parentId", null)).statusCode(200);
    get(child).body("parentId", equalTo(null));
    change(facilitator, child, Map.of("topicId", UUID.randomUUID())).statusCode(404);
    change(facilitator, child, Map.of("parentId", UUID.randomUUID())).statusCode(404);
  }

  /** As in a JSON merge patch; only what can be absent can be removed. */
  @Test
  void nullIsRefusedForWhatCannotBeRemoved() {
    UUID idea = board.posted(author, "mine");
    UUID topic = topic("topic");
    UUID group = added("groups", Map.of("name", "group", "ideaIds", List.of(idea)));
    change(author, idea, Collections.singletonMap("topicId", null)).statusCode(200);
    for (String field : List.of("text", "comparison", "keepWords")) {
      change(author, idea, Collections.singletonMap(field, null)).statusCode(400);
    }
    patch("topics", topic, "title").statusCode(400);
    patch("topics", topic, "position").statusCode(400);
    patch("topics", topic, "parentId").statusCode(200);
    patch("groups", group, "name").statusCode(400);
    patch("groups", group, "ideaIds").statusCode(200).body("ideaIds", equalTo(List.of()));
  }

  private UUID added(String kind, Map<String, ?> body) {
    return UUID.fromString(
        board
            .as(facilitator)
            .body(body)
            .post("/api/boards/{session}/{kind}", board.session, kind)
            .then()
            .statusCode(201)
            .extract()
            .path("id"));
  }

  private ValidatableResponse patch(String kind, UUID id, String field) {
    return board
        .as(facilitator)
        .body(Collections.singletonMap(field, null))
        .patch("/api/boards/{session}/{kind}/{id}", board.session, kind, id)
        .then();
  }

  @Test
  void anAuthorPutsTheirOwnIdeaIntoATopic() {
    UUID topic = topic("topic");
    UUID idea = board.posted(author, "mine");
    UUID parent = board.posted(other, "another's");
    change(author, idea, Map.of("topicId", topic)).statusCode(200);
    isIn(topic, idea);
    assertThat(eventsOf("moved").get(0).payload().get("topicId").asText())
        .isEqualTo(topic.toString());
    change(author, idea, Map.of("parentId", parent)).statusCode(200);
    get(idea).body("parentId", equalTo(parent.toString()));
    board.begin("converging-started");
    change(author, idea, Map.of("topicId", topic))
        .statusCode(409)
        .body("type", endsWith("#converging"));
    change(facilitator, idea, Map.of("topicId", topic)).statusCode(200);
  }

  /** Its place is as hidden as its text. The control is the sharing, which shows both. */
  @Test
  void anAuthorMovesAHiddenIdeaUnseen() {
    LiveBoard quiet = LiveBoard.in("quiet-started", true);
    Person writer = quiet.join("participant");
    Person leader = quiet.join("facilitator");
    UUID topic =
        UUID.fromString(
            quiet
                .as(leader)
                .body(Map.of("title", "topic"))
                .post("/api/boards/" + quiet.session + "/topics")
                .path("id"));
    UUID idea = quiet.posted(writer, "hidden");
    for (Person person : List.of(leader, writer)) {
      quiet
          .as(person)
          .body(Map.of("topicId", topic))
          .patch(quiet.idea(idea))
          .then()
          .statusCode(person == writer ? 200 : 404);
    }
    assertThat(quiet.view(leader).getList("ideas")).isEmpty();
    assertThat(quiet.events()).noneMatch(event -> event.payload().toString().contains("" + idea));
    quiet.begin("sharing-started");
    assertThat(quiet.view(leader).getString("ideas[0].topicId")).isEqualTo(topic.toString());
  }

  private UUID topic(String title) {
    return UUID.fromString(
        board
            .as(facilitator)
            .body(Map.of("title", title))
            .post("/api/boards/{id}/topics", board.session)
            .then()
            .statusCode(201)
            .extract()
            .path("id"));
  }

  private void isIn(UUID topic, UUID... ideas) {
    for (UUID idea : ideas) {
      get(idea).body("topicId", equalTo(topic.toString()));
    }
  }

  @Test
  void childrenAreInTheTopicOfTheirParent() {
    UUID here = topic("here");
    UUID there = topic("there");
    UUID top =
        UUID.fromString(
            board
                .post(author, Map.of("text", "top", "topicId", here))
                .statusCode(201)
                .extract()
                .path("id"));
    UUID middle = postedBelow(other, top);
    UUID bottom = postedBelow(author, middle);
    isIn(here, middle, bottom);
    board
        .post(author, Map.of("text", "astray", "parentId", bottom, "topicId", there))
        .statusCode(409)
        .body("type", endsWith("#other-topic"));

    change(facilitator, top, Map.of("topicId", there)).statusCode(200);
    isIn(there, top, middle, bottom);
    assertThat(board.events("moved", 3))
        .allMatch(event -> event.payload().get("topicId").asText().equals(there.toString()));

    change(facilitator, middle, Map.of("topicId", here)).statusCode(200);
    get(middle).body("parentId", equalTo(null));
    get(bottom).body("parentId", equalTo(middle.toString()));
    isIn(here, middle, bottom);
    change(facilitator, middle, Map.of("topicId", here, "parentId", top))
        .statusCode(409)
        .body("type", endsWith("#other-topic"));
    change(facilitator, middle, Map.of("parentId", top)).statusCode(200);
    isIn(there, top, middle, bottom);
  }

  @Test
  void anIdeaCannotBuildOnItself() {
    UUID top = board.posted(author, "top");
    UUID below = postedBelow(other, top);
    for (UUID self : List.of(top, below)) {
      change(facilitator, top, Map.of("parentId", self))
          .statusCode(409)
          .body("type", endsWith("#cycle"));
    }
  }

  @Test
  void aMoveCannotNestTooDeep() {
    UUID deepest = board.posted(author, "1");
    for (int depth = 2; depth <= 20; depth++) {
      deepest = postedBelow(author, deepest);
    }
    board
        .post(author, Map.of("text", "21", "parentId", deepest))
        .statusCode(409)
        .body("type", endsWith("#too-deep"));
    UUID another = board.posted(author, "another");
    change(facilitator, another, Map.of("parentId", deepest))
        .statusCode(409)
        .body("type", endsWith("#too-deep"));
  }
}
