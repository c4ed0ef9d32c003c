package microstorm.idea.idea;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.SoftAssertions.assertSoftly;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.response.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import microstorm.idea.IdeaServiceTest;
import microstorm.idea.LiveBoard;
import microstorm.idea.LiveBoard.Person;
import microstorm.testing.Patience;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Silence on every path of the ideas: another person's hidden idea looks like an absent one. */
@IdeaServiceTest
class SilenceTest {

  private static final String SECRET = "a thought in silence";

  private LiveBoard board;
  private Person author;
  private List<Person> others;
  private UUID hidden;

  @BeforeEach
  void writeInSilence() {
    board = LiveBoard.in("quiet-started", false);
    author = board.join("participant");
    others =
        List.of(
            board.join("participant"),
            board.join("facilitator"),
            board.join("observer"),
            board.stranger("participant"),
            board.owner());
    hidden = board.posted(author, SECRET);
  }

  /** Every request that refers to an idea. */
  private Map<String, Supplier<Response>> requests(Person person, UUID id) {
    Map<String, Supplier<Response>> requests = new LinkedHashMap<>();
    requests.put("read", () -> board.as(person).get(board.idea(id)));
    requests.put("withdraw", () -> board.as(person).delete(board.idea(id)));
    requests.put("rewrite", () -> board.as(person).body(Map.of("text", "x")).patch(board.idea(id)));
    requests.put("move", () -> board.as(person).body("{\"parentId\":null}").patch(board.idea(id)));
    requests.put(
        "build on",
        () -> board.as(person).body(Map.of("text", "x", "parentId", id)).post(board.ideas()));
    return requests;
  }

  @Test
  void anothersHiddenIdeaLooksAbsent() {
    UUID absent = UUID.randomUUID();
    for (Person person : others) {
      Map<String, Supplier<Response>> requestsToAbsent = requests(person, absent);
      assertSoftly(
          softly ->
              requests(person, hidden)
                  .forEach(
                      (way, request) -> {
                        Response answer = request.get();
                        Response sameForAbsent = requestsToAbsent.get(way).get();
                        softly
                            .assertThat(answer.asString().replace(hidden.toString(), "ID"))
                            .as(person.role() + " who tries to " + way)
                            .isEqualTo(sameForAbsent.asString().replace(absent.toString(), "ID"))
                            .doesNotContain(SECRET);
                        softly.assertThat(answer.statusCode()).isBetween(403, 409);
                      }));
      assertThat(board.view(person).getList("ideas")).isEmpty();
    }
  }

  /** The control: the same requests find the idea, for the author and after the quiet phase. */
  @Test
  void theAuthorAndLaterEverybodyFindsTheIdea() {
    board.as(author).get(board.idea(hidden)).then().statusCode(200).body("text", equalTo(SECRET));
    board.post(author, Map.of("text", "more of it", "parentId", hidden)).statusCode(201);
    board.begin("sharing-started");
    for (Person person : others) {
      board.as(person).get(board.idea(hidden)).then().body("text", equalTo(SECRET));
      assertThat(board.view(person).getList("ideas.text")).contains(SECRET);
    }
  }

  @Test
  void aSessionCancelledInTheQuietPhaseKeepsItsIdeasHidden() {
    board.begin("cancelled");
    board.as(author).get(board.idea(hidden)).then().statusCode(200).body("text", equalTo(SECRET));
    for (Person person : others) {
      board.as(person).get(board.idea(hidden)).then().statusCode(404);
      assertThat(board.view(person).getList("ideas")).isEmpty();
    }
    assertThat(board.events().toString()).doesNotContain(SECRET);
  }

  @Test
  void changesInTheQuietPhaseAreNotPublished() {
    board
        .as(author)
        .body(Map.of("text", "said otherwise https://example.org/x"))
        .patch(board.idea(hidden))
        .then()
        .statusCode(200);
    UUID built =
        UUID.fromString(
            board
                .post(author, Map.of("text", "built on it", "parentId", hidden))
                .extract()
                .path("id"));
    board.as(author).delete(board.idea(hidden)).then().statusCode(204);
    board.begin("sharing-started");
    assertThat(board.events("shared", 1).get(0).payload().get("ideaId").asText())
        .isEqualTo(built.toString());
    assertThat(board.events())
        .extracting(event -> event.type().replaceAll("microstorm.idea.(.*).v1", "$1"))
        .doesNotContain("edited", "withdrawn", "moved", "link-added");
    assertThat(board.events().toString()).doesNotContain(SECRET, "said otherwise");
    for (Person person : others) {
      board.as(person).get(board.idea(hidden)).then().statusCode(404);
    }
  }

  @Test
  void usingAnothersIdRevealsNothing() {
    board
        .post(others.get(0), Map.of("text", "x", "id", hidden))
        .statusCode(409)
        .body("type", endsWith("#id-in-use"))
        .body(
            "detail",
            equalTo(
                "Another request used this id or Idempotency-Key with different content."
                    + " Use a new id or Idempotency-Key."));
  }

  @Test
  void observersAndOwnersAreRefusedWithTheReason() {
    board
        .post(others.get(2), Map.of("text", "x"))
        .statusCode(403)
        .body("type", endsWith("#observer"));
    board
        .post(board.owner(), Map.of("text", "x"))
        .statusCode(403)
        .body("type", endsWith("#not-a-participant"));
    LiveBoard elsewhere = new LiveBoard();
    board.post(elsewhere.owner(), Map.of("text", "x")).statusCode(404);
    board.post(elsewhere.stranger("participant"), Map.of("text", "x")).statusCode(404);
  }

  @Test
  void aRemovedParticipantIsRefused() {
    board.publish("participant-left", event -> event.put("participantId", author.id().toString()));
    Patience.await("the empty seat")
        .until(() -> board.as(author).get(board.idea(hidden)).statusCode() == 401);
    board
        .post(author, Map.of("text", "once more"))
        .statusCode(401)
        .body("type", endsWith("#seat-gone"));
    board.as(author).delete(board.idea(hidden)).then().statusCode(401);
  }
}
