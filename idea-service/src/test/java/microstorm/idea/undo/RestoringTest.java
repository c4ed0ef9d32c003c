package microstorm.idea.undo;

import static microstorm.testing.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import microstorm.idea.IdeaServiceTest;
import microstorm.idea.Impatient;
import microstorm.idea.LiveBoard;
import microstorm.idea.LiveBoard.Person;
import microstorm.idea.idea.Rows;
import microstorm.idea.stream.LiveStream;
import org.junit.jupiter.api.Test;

/** Removed topics, groups and ideas can be brought back within the session. */
@IdeaServiceTest
@TestProfile(Impatient.class)
class RestoringTest {

  private static final String TEXT = "See https://example.com/again";

  private static ValidatableResponse restore(LiveBoard board, Person person, String kind, UUID id) {
    return board
        .as(person)
        .post("/api/boards/{session}/{kind}/{id}/restore", board.session, kind, id)
        .then();
  }

  private static void remove(LiveBoard board, Person person, String kind, UUID id) {
    board
        .as(person)
        .delete("/api/boards/{session}/{kind}/{id}", board.session, kind, id)
        .then()
        .statusCode(204);
  }

  private static UUID added(LiveBoard board, Person person, String kind, Map<String, ?> body) {
    return UUID.fromString(
        board
            .as(person)
            .body(body)
            .post("/api/boards/{session}/{kind}", board.session, kind)
            .then()
            .statusCode(201)
            .extract()
            .path("id"));
  }

  @Test
  void anIdeaComesBackToItsPlace() {
    LiveBoard board = LiveBoard.in("sharing-started", false);
    Person author = board.join("participant");
    Person other = board.join("facilitator");
    UUID topic = added(board, other, "topics", Map.of("title", "A topic"));
    UUID parent =
        UUID.fromString(
            board
                .post(other, Map.of("text", "parent", "topicId", topic))
                .statusCode(201)
                .extract()
                .path("id"));
    UUID idea =
        UUID.fromString(
            board
                .post(author, Map.of("text", TEXT, "parentId", parent))
                .statusCode(201)
                .extract()
                .path("id"));
    UUID group = added(board, other, "groups", Map.of("name", "A group", "ideaIds", List.of(idea)));
    Map<String, Object> before = board.as(author).get(board.idea(idea)).jsonPath().getMap("");
    remove(board, author, "ideas", idea);
    restore(board, other, "ideas", idea).statusCode(403).body("type", endsWith("#not-yours"));
    try (LiveStream live =
        LiveStream.open(RestAssured.port, board.session, other.token(), null)
            .awaitEvent("snapshot")) {
      for (int attempt = 1; attempt <= 2; attempt++) {
        restore(board, author, "ideas", idea).statusCode(200).body("text", equalTo(TEXT));
      }
      await("the idea").until(() -> live.of("idea").anyMatch(e -> e.data().contains(TEXT)));
    }
    assertThat(board.as(author).get(board.idea(idea)).jsonPath().getMap("")).isEqualTo(before);
    assertThat(board.view(other).getList("groups.ideaIds"))
        .containsExactly(List.of(idea.toString()));
    assertThat(board.events("shared", 1)).hasSize(1);
    assertThat(board.events("link-added", 2)).hasSize(2);
    assertThat(board.view(other).getString("groups[0].id")).isEqualTo(group.toString());
  }

  /** The place of a hidden idea says when it was written, so a shared one gets a new place. */
  @Test
  void anIdeaOfTheQuietPhaseComesBackHiddenAndLaterShared() {
    LiveBoard board = LiveBoard.in("quiet-started", true);
    Person author = board.join("participant");
    Person other = board.join("facilitator");
    UUID idea = board.posted(author, TEXT);
    remove(board, author, "ideas", idea);
    restore(board, other, "ideas", idea).statusCode(404);
    restore(board, author, "ideas", idea).statusCode(200);
    assertThat(board.view(author).getList("ideas.text")).containsExactly(TEXT);
    assertThat(board.view(other).getList("ideas")).isEmpty();
    assertThat(board.events()).noneMatch(event -> event.payload().toString().contains(TEXT));
    remove(board, author, "ideas", idea);
    long hiddenPlace = Rows.number("select position from idea where id = ?", idea);

    board.begin("sharing-started");
    assertThat(board.view(author).getList("ideas")).isEmpty();
    restore(board, other, "ideas", idea).statusCode(404);
    restore(board, author, "ideas", idea).statusCode(200);
    assertThat(board.view(other).getList("ideas.text")).containsExactly(TEXT);
    assertThat(board.view(other).getLong("ideas[0].position")).isGreaterThan(hiddenPlace);
  }

  @Test
  void withoutItsOldPlaceAnIdeaComesBackToTheTop() {
    LiveBoard board = LiveBoard.in("sharing-started", true);
    Person author = board.join("participant");
    UUID parent = board.posted(author, "parent");
    UUID child =
        UUID.fromString(
            board.post(author, Map.of("text", "child", "parentId", parent)).extract().path("id"));
    remove(board, author, "ideas", child);
    remove(board, author, "ideas", parent);
    restore(board, author, "ideas", child).statusCode(200);
    assertThat(board.view(author).getMap("ideas[0]")).doesNotContainKey("parentId");
  }

  @Test
  void aTopicComesBackWithItsPlace() {
    LiveBoard board = LiveBoard.in("sharing-started", true);
    Person leader = board.join("facilitator");
    Person person = board.join("participant");
    UUID topic = added(board, leader, "topics", Map.of("title", "Outer"));
    UUID inner = added(board, leader, "topics", Map.of("title", "Inner", "parentId", topic));
    remove(board, leader, "topics", inner);
    restore(board, person, "topics", inner).statusCode(403);
    restore(board, leader, "topics", inner)
        .statusCode(200)
        .body("parentId", equalTo(topic.toString()));
    restore(board, leader, "topics", inner).statusCode(200).body("title", equalTo("Inner"));
    remove(board, leader, "topics", inner);
    remove(board, leader, "topics", topic);
    restore(board, leader, "topics", inner).statusCode(200);
    assertThat(board.view(person).getList("topics.title")).containsExactly("Inner");
    assertThat(board.view(person).getMap("topics[0]")).doesNotContainKey("parentId");
    assertThat(board.events("topic-added", 4)).hasSize(4);
    restore(board, leader, "topics", UUID.randomUUID()).statusCode(404);
  }

  @Test
  void aGroupComesBackWithTheIdeasThatAreInNoOther() {
    LiveBoard board = LiveBoard.in("sharing-started", true);
    Person person = board.join("participant");
    List<UUID> ideas = List.of(board.posted(person, "one"), board.posted(person, "two"));
    UUID group = added(board, person, "groups", Map.of("name", "First", "ideaIds", ideas));
    remove(board, person, "groups", group);
    added(board, person, "groups", Map.of("name", "Second", "ideaIds", List.of(ideas.get(1))));
    for (int attempt = 1; attempt <= 2; attempt++) {
      restore(board, person, "groups", group)
          .statusCode(200)
          .body("name", equalTo("First"))
          .body("ideaIds", equalTo(List.of(ideas.get(0).toString())));
    }
    restore(board, board.join("observer"), "groups", group).statusCode(403);
  }

  /** After the seal nobody can bring an idea back, and its text is deleted. */
  @Test
  void theSealDeletesWithdrawnTexts() {
    LiveBoard board = LiveBoard.in("sharing-started", true);
    Person author = board.join("participant");
    UUID idea = board.posted(author, TEXT);
    remove(board, author, "ideas", idea);
    String kept = "select count(*) from withdrawn_idea where session_id = ?";
    assertThat(Rows.number(kept, board.session)).isEqualTo(1);
    board.begin("closing");
    assertThat(Rows.number(kept, board.session)).isZero();
    restore(board, author, "ideas", idea).statusCode(409).body("type", endsWith("#session-closed"));
  }
}
