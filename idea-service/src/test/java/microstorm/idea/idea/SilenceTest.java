package microstorm.idea.idea;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.SoftAssertions.assertSoftly;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import microstorm.idea.LiveBoard;
import microstorm.idea.LiveBoard.Person;
import microstorm.testing.Patience;
import microstorm.testing.TestIssuer;
import microstorm.testing.TestServers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Silence on every path of the ideas: another's hidden idea cannot be told from one that is not
 * there.
 */
@QuarkusTest
@QuarkusTestResource(
    value = TestServers.class,
    initArgs = @ResourceArg(name = "database", value = "ideas"))
@QuarkusTestResource(TestIssuer.class)
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

  /** Every way to name an idea. */
  private Map<String, Supplier<Response>> ways(Person person, UUID id) {
    Map<String, Supplier<Response>> ways = new LinkedHashMap<>();
    ways.put("read", () -> board.as(person).get(board.idea(id)));
    ways.put("withdraw", () -> board.as(person).delete(board.idea(id)));
    ways.put("rewrite", () -> board.as(person).body(Map.of("text", "x")).patch(board.idea(id)));
    ways.put("move", () -> board.as(person).body("{\"parentId\":null}").patch(board.idea(id)));
    ways.put(
        "build on",
        () -> board.as(person).body(Map.of("text", "x", "parentId", id)).post(board.ideas()));
    return ways;
  }

  @Test
  void anothersHiddenIdeaLooksAbsent() {
    UUID absent = UUID.randomUUID();
    for (Person person : others) {
      Map<String, Supplier<Response>> toAbsent = ways(person, absent);
      assertSoftly(
          softly ->
              ways(person, hidden)
                  .forEach(
                      (way, request) -> {
                        Response answer = request.get();
                        Response sameOfNothing = toAbsent.get(way).get();
                        softly
                            .assertThat(answer.asString().replace(hidden.toString(), "ID"))
                            .as(person.role() + " who tries to " + way)
                            .isEqualTo(sameOfNothing.asString().replace(absent.toString(), "ID"))
                            .doesNotContain(SECRET);
                        softly.assertThat(answer.statusCode()).isBetween(404, 409);
                      }));
      assertThat(board.view(person).getList("ideas")).isEmpty();
    }
  }

  /** The control: the same ways do lead there, for the author and after silence. */
  @Test
  void theAuthorAndLaterEverybodyFindsIt() {
    board.as(author).get(board.idea(hidden)).then().statusCode(200).body("text", equalTo(SECRET));
    board.post(author, Map.of("text", "more of it", "parentId", hidden)).statusCode(201);
    board.begin("sharing-started");
    for (Person person : others) {
      board.as(person).get(board.idea(hidden)).then().body("text", equalTo(SECRET));
      assertThat(board.view(person).getList("ideas.text")).contains(SECRET);
    }
  }

  @Test
  void aSessionThatIsCancelledInSilenceShowsNobodyWhatOthersWrote() {
    board.begin("cancelled");
    board.as(author).get(board.idea(hidden)).then().statusCode(200).body("text", equalTo(SECRET));
    for (Person person : others) {
      board.as(person).get(board.idea(hidden)).then().statusCode(404);
      assertThat(board.view(person).getList("ideas")).isEmpty();
    }
    assertThat(board.events().toString()).doesNotContain(SECRET);
  }

  @Test
  void whatAuthorsChangeInSilenceIsToldToNobody() {
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
  void whoeverTakesAnothersIdLearnsNothing() {
    board
        .post(others.get(0), Map.of("text", "x", "id", hidden))
        .statusCode(409)
        .body("type", endsWith(":id-in-use"))
        .body("detail", equalTo("This id or retry key is another idea's: use a new one."));
  }

  @Test
  void thoseWhoDoNotWriteAreToldWhy() {
    board
        .post(others.get(2), Map.of("text", "x"))
        .statusCode(409)
        .body("type", endsWith(":observer"));
    board
        .post(board.owner(), Map.of("text", "x"))
        .statusCode(409)
        .body("type", endsWith(":not-a-participant"));
    LiveBoard elsewhere = new LiveBoard();
    board.post(elsewhere.owner(), Map.of("text", "x")).statusCode(404);
    board.post(elsewhere.stranger("participant"), Map.of("text", "x")).statusCode(404);
  }

  @Test
  void whoWasRemovedIsSentAway() {
    board.tell("participant-left", event -> event.put("participantId", author.id().toString()));
    Patience.await("the empty seat")
        .until(() -> board.as(author).get(board.idea(hidden)).statusCode() == 401);
    board
        .post(author, Map.of("text", "once more"))
        .statusCode(401)
        .body("type", endsWith(":seat-gone"));
    board.as(author).delete(board.idea(hidden)).then().statusCode(401);
  }
}
