package microstorm.idea.removal;

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
import microstorm.idea.vote.Choosing;
import microstorm.testing.TestIssuer;
import org.junit.jupiter.api.Test;

/** Ideas that the people who lead a session take down, reinstate and redact. */
@IdeaServiceTest
@TestProfile(Impatient.class)
class RemovalTest {

  private static final String PLACEHOLDER = "An idea was removed by the facilitator.";

  private final String word = "Unmistakable" + UUID.randomUUID().toString().replace("-", "");
  private final String text = "See https://example.com/" + word;

  private static ValidatableResponse ask(LiveBoard board, Person person, UUID idea, String what) {
    return board.as(person).post(board.idea(idea) + "/" + what).then();
  }

  private static ValidatableResponse content(LiveBoard board, Person person, UUID idea) {
    return board.as(person).get(board.idea(idea) + "/content").then();
  }

  @Test
  void everyoneSeesAPlaceholderUntilTheIdeaIsReinstated() {
    LiveBoard board = LiveBoard.in("sharing-started", false);
    Person leader = board.join("facilitator");
    Person author = board.join("participant");
    Person other = board.join("participant");
    UUID idea = board.posted(author, text);
    board.post(other, Map.of("text", "built on it", "parentId", idea)).statusCode(201);
    Map<String, Object> before = board.as(author).get(board.idea(idea)).jsonPath().getMap("");
    try (LiveStream live =
        LiveStream.open(RestAssured.port, board.session, other.token(), null)
            .awaitEvent("snapshot")) {
      for (int attempt = 1; attempt <= 2; attempt++) {
        ask(board, leader, idea, "take-down")
            .statusCode(200)
            .body("text", equalTo(PLACEHOLDER))
            .body("removal", equalTo("taken-down"));
      }
      live.awaitIdea(PLACEHOLDER);
      assertThat(live.of("idea").map(LiveStream.Event::data)).noneMatch(d -> d.contains(word));
    }
    for (Person person : List.of(leader, author, other, board.owner())) {
      assertThat(board.as(person).get("/api/boards/" + board.session).asString())
          .as(person.role())
          .doesNotContain(word)
          .contains(PLACEHOLDER);
      assertThat(board.as(person).get(board.idea(idea)).asString()).doesNotContain(word);
    }
    assertThat(board.view(other).getMap("ideas[0]"))
        .doesNotContainKeys("authorId", "comparison")
        .containsEntry("links", List.of());
    assertThat(board.view(other).getList("ideas.text")).containsExactly(PLACEHOLDER, "built on it");
    for (Person reader : List.of(leader, author, board.owner())) {
      content(board, reader, idea).statusCode(200).body("text", equalTo(text));
    }
    content(board, other, idea).statusCode(403).body("type", endsWith("#not-facilitator"));

    ask(board, leader, idea, "reinstate").statusCode(200).body("text", equalTo(text));
    assertThat(board.as(author).get(board.idea(idea)).jsonPath().getMap("")).isEqualTo(before);
    assertThat(board.events("taken-down", 1)).hasSize(1);
    assertThat(board.events("taken-down", 1).get(0).payload().path("links").asInt()).isEqualTo(1);
    assertThat(board.events("reinstated", 1).get(0).payload().path("text").asText())
        .isEqualTo(text);
    assertThat(board.events("link-added", 2)).hasSize(2);
  }

  /** The control is the search before: it finds the word. */
  @Test
  void noTableHasTheContentOfARedactedIdea() {
    LiveBoard board = LiveBoard.in("sharing-started", false);
    Person leader = board.join("facilitator");
    Person author = board.join("participant");
    UUID idea = UUID.randomUUID();
    board.post(author, Map.of("id", idea, "text", text)).statusCode(201);
    assertThat(Rows.tablesWith(word)).contains("idea", "link");
    ask(board, leader, idea, "take-down").statusCode(200);
    assertThat(Rows.tablesWith(word)).contains("removed_idea").doesNotContain("idea", "link");

    for (int attempt = 1; attempt <= 2; attempt++) {
      ask(board, leader, idea, "redact").statusCode(204);
    }
    await("the outbox").until(() -> Rows.tablesWith(word).isEmpty());
    for (String way : List.of("take-down", "reinstate")) {
      ask(board, leader, idea, way).statusCode(409).body("type", endsWith("#idea-removed"));
    }
    content(board, author, idea).statusCode(409).body("type", endsWith("#idea-removed"));
    assertThat(board.view(author).getString("ideas[0].text")).isEqualTo(PLACEHOLDER);
    assertThat(board.view(author).getString("ideas[0].removal")).isEqualTo("redacted");
    board.post(author, Map.of("id", idea, "text", text)).statusCode(200);
    assertThat(Rows.tablesWith(word)).isEmpty();
    assertThat(board.events("redacted", 1)).hasSize(1);
  }

  @Test
  void aWithdrawnIdeaCanBeRedactedAndDoesNotComeBack() {
    LiveBoard board = LiveBoard.in("sharing-started", false);
    Person author = board.join("participant");
    UUID idea = board.posted(author, text);
    board.as(author).delete(board.idea(idea)).then().statusCode(204);
    assertThat(Rows.tablesWith(word)).contains("withdrawn_idea");
    ask(board, board.owner(), idea, "take-down").statusCode(404);
    ask(board, board.owner(), idea, "redact").statusCode(204);
    await("the outbox").until(() -> Rows.tablesWith(word).isEmpty());
    ask(board, author, idea, "restore").statusCode(409).body("type", endsWith("#idea-removed"));
    assertThat(board.view(author).getList("ideas")).isEmpty();
  }

  @Test
  void nobodyWorksWithARemovedIdea() {
    Choosing group = new Choosing(1);
    LiveBoard board = group.board;
    UUID idea = group.ideas.get(0);
    Person voter = board.join("participant");
    group.vote(voter, idea).then().statusCode(201);
    ask(board, board.owner(), idea, "take-down").statusCode(200);
    group.vote(voter, idea).then().statusCode(409).body("type", endsWith("#idea-removed"));
    group.mark(voter, idea, 3).then().statusCode(409).body("type", endsWith("#idea-removed"));
    group.retract(voter, idea).then().statusCode(200);

    board.begin("sharing-started");
    board
        .post(voter, Map.of("text", "more", "parentId", idea))
        .statusCode(409)
        .body("type", endsWith("#idea-removed"));
    board
        .as(group.author)
        .body(Map.of("text", "other words"))
        .patch(board.idea(idea))
        .then()
        .statusCode(409)
        .body("type", endsWith("#idea-removed"));
    board
        .as(group.author)
        .delete(board.idea(idea))
        .then()
        .statusCode(409)
        .body("type", endsWith("#idea-removed"));
  }

  @Test
  void leadersRemoveContentFromSharingOnAndTheOwnerAfterTheEnd() {
    LiveBoard board = LiveBoard.in("quiet-started", false);
    Person leader = board.join("facilitator");
    Person author = board.join("participant");
    Person member =
        new Person(
            board.team,
            "member",
            null,
            TestIssuer.token(
                board.team,
                claims -> {
                  claims.setStringListClaim("groups", List.of("member"));
                  claims.setStringClaim("key", UUID.randomUUID().toString());
                }));
    UUID idea = board.posted(author, text);
    for (Person person : List.of(leader, board.owner())) {
      ask(board, person, idea, "redact").statusCode(409).body("type", endsWith("#quiet"));
    }
    board.begin("sharing-started");
    for (Person person : List.of(author, board.join("observer"))) {
      ask(board, person, idea, "redact").statusCode(403).body("type", endsWith("#not-facilitator"));
    }
    board.publish("break-started", event -> {});
    await("the break").until(() -> board.view(author).get("session.breakId") != null);
    for (Person person : List.of(leader, member, board.owner())) {
      ask(board, person, idea, "take-down").statusCode(200);
      ask(board, person, idea, "reinstate").statusCode(200);
    }
    board.begin("closing");
    board.publish("closed", event -> event.putNull("logRevision"));
    await("the end").until(() -> board.view(author).getString("phase").equals("closed"));
    for (Person person : List.of(leader, member)) {
      ask(board, person, idea, "redact").statusCode(409).body("type", endsWith("#session-closed"));
    }
    ask(board, board.owner(), idea, "redact").statusCode(204);
    await("the outbox").until(() -> Rows.tablesWith(word).isEmpty());
    assertThat(board.events("redacted", 1).get(0).payload().path("removedBy").asText())
        .isEqualTo("owner");
  }
}
