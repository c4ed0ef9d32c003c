package microstorm.idea.imports;

import static io.restassured.RestAssured.given;
import static microstorm.testing.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import microstorm.idea.IdeaServiceTest;
import microstorm.idea.idea.Rows;
import microstorm.testing.TestEvents;
import microstorm.testing.TestIssuer;
import microstorm.testing.contract.Contracts;
import org.junit.jupiter.api.Test;

/** Boards of imported logs, from report-service's event to the events of this service. */
@IdeaServiceTest
class BoardImportTest {

  private static final String PARSED = "microstorm.log.session-parsed.v1";

  private final UUID session = UUID.randomUUID();
  private final UUID team = UUID.randomUUID();
  private final UUID topic = UUID.randomUUID();

  private ObjectNode parsed(int revision) {
    ObjectNode event =
        (ObjectNode) Contracts.tree(Contracts.sample("report-service", PARSED)).deepCopy();
    event.put("sessionId", session.toString()).put("teamId", team.toString());
    event.put("logRevision", revision);
    event.set("topics", event.arrayNode());
    event.set("ideas", event.arrayNode());
    topics(event)
        .addObject()
        .put("id", topic.toString())
        .put("position", 0)
        .put("title", "Topic")
        .putNull("parentId");
    return event;
  }

  private static ArrayNode topics(ObjectNode event) {
    return (ArrayNode) event.get("topics");
  }

  private UUID idea(ObjectNode event, UUID id, UUID parent, int position, String text) {
    ((ArrayNode) event.get("ideas"))
        .addObject()
        .put("id", id.toString())
        .put("topicId", topic.toString())
        .put("parentId", parent == null ? null : parent.toString())
        .put("position", position)
        .put("kind", "idea")
        .put("text", text);
    return id;
  }

  private void publish(JsonNode event) {
    TestEvents.publish("log.events", UUID.randomUUID(), PARSED, session, event.toString());
  }

  private List<TestEvents.Event> events() {
    return TestEvents.read("idea.events", session);
  }

  private List<String> types() {
    return events().stream().map(event -> event.type().replace("microstorm.idea.", "")).toList();
  }

  private void awaitSeals(int count) {
    await().until(() -> types().stream().filter("board-sealed.v1"::equals).count() >= count);
  }

  private JsonPath board(UUID owner) {
    return given()
        .auth()
        .oauth2(TestIssuer.ownerOf(owner))
        .get("/api/boards/{id}", session)
        .then()
        .statusCode(owner.equals(team) ? 200 : 404)
        .extract()
        .jsonPath();
  }

  @Test
  void aParsedSessionBecomesASealedBoardWithTheUsualEvents() {
    ObjectNode event = parsed(1);
    UUID parent = idea(event, UUID.randomUUID(), null, 1, "See [here](https://example.org/a_(b))");
    idea(event, UUID.randomUUID(), parent, 2, "and https://example.org/c, not javascript:x");
    publish(event);
    awaitSeals(1);

    assertThat(types())
        .containsExactly(
            "topic-added.v1",
            "submitted.v1",
            "submitted.v1",
            "link-added.v1",
            "link-added.v1",
            "board-sealed.v1");
    assertThat(events())
        .extracting(published -> published.payload().get("seq").asLong())
        .containsExactlyElementsOf(LongStream.rangeClosed(1, 6).boxed().toList());
    JsonPath board = board(team);
    assertThat(board.getLong("seq")).isEqualTo(6);
    assertThat(board.getList("ideas.links.url.flatten()"))
        .containsExactlyInAnyOrder("https://example.org/a_(b)", "https://example.org/c");
    assertThat(board.getString("ideas[1].parentId")).isEqualTo(parent.toString());
  }

  @Test
  void aLaterEditionPublishesOnlyTheDifferences() {
    ObjectNode first = parsed(1);
    UUID kept = idea(first, UUID.randomUUID(), null, 1, "kept");
    UUID gone = idea(first, UUID.randomUUID(), kept, 2, "gone [x](https://example.org)");
    UUID moved = idea(first, UUID.randomUUID(), gone, 3, "moved");
    publish(first);
    awaitSeals(1);
    int before = types().size();

    ObjectNode second = parsed(2);
    idea(second, kept, null, 1, "kept");
    idea(second, moved, kept, 2, "moved");
    UUID added = idea(second, UUID.randomUUID(), moved, 3, "added");
    publish(second);
    awaitSeals(2);

    assertThat(types().subList(before, types().size()))
        .containsExactly("submitted.v1", "moved.v1", "withdrawn.v1", "board-sealed.v1");
    JsonPath board = board(team);
    assertThat(board.getList("ideas.id"))
        .containsExactly(kept.toString(), moved.toString(), added.toString());
    assertThat(board.getList("ideas.links.flatten()")).isEmpty();
  }

  @Test
  void anEditionIsImportedOnceAndNeverReplacedByAnEarlierOne() {
    ObjectNode second = parsed(2);
    idea(second, UUID.randomUUID(), null, 1, "second");
    publish(second);
    publish(second);
    publish(parsed(1));
    ObjectNode third = parsed(3);
    publish(third);
    awaitSeals(2);
    assertThat(types())
        .containsExactly(
            "topic-added.v1", "submitted.v1", "board-sealed.v1", "withdrawn.v1", "board-sealed.v1");
  }

  /** Not even after an edition that does not have the idea. */
  @Test
  void noEditionBringsRemovedContentBack() {
    String word = "Unmistakable" + session.toString().replace("-", "");
    ObjectNode edition = parsed(1);
    UUID removed = idea(edition, UUID.randomUUID(), null, 1, "See https://example.org/" + word);
    publish(edition);
    awaitSeals(1);
    assertThat(Rows.tablesWith(word)).contains("idea", "link");
    given()
        .auth()
        .oauth2(TestIssuer.ownerOf(team))
        .post("/api/boards/{id}/ideas/{idea}/redact", session, removed)
        .then()
        .statusCode(204);
    publish(edition.deepCopy().put("logRevision", 2));
    publish(parsed(3));
    publish(edition.deepCopy().put("logRevision", 4));
    awaitSeals(4);
    await().until(() -> Rows.tablesWith(word).isEmpty());
    assertThat(board(team).getList("ideas.removal")).containsExactly("redacted");
    assertThat(board(team).getList("ideas.links.flatten()")).isEmpty();
    assertThat(events().get(events().size() - 1).payload().path("links").asInt()).isZero();
  }

  @Test
  void onlyItsTeamFindsABoard() {
    publish(parsed(1));
    awaitSeals(1);
    board(team);
    board(UUID.randomUUID());
    given()
        .get("/api/boards/{id}", session)
        .then()
        .statusCode(401)
        .contentType("application/problem+json");
  }

  @Test
  void anotherTeamsLogCannotChangeTheBoard() {
    publish(parsed(1));
    awaitSeals(1);
    publish(parsed(2).put("teamId", UUID.randomUUID().toString()));
    await().until(() -> types().contains("import-refused.v1"));
    assertThat(board(team).getList("topics")).hasSize(1);
  }

  @Test
  void anUnreadableEventIsDeadLetteredAndTheImportRefused() {
    ObjectNode unreadable = parsed(1);
    idea(unreadable, UUID.randomUUID(), null, 1, "x");
    ((ObjectNode) unreadable.get("ideas").get(0)).put("kind", "no such kind");
    publish(unreadable);
    publish(parsed(1));
    awaitSeals(1);
    assertThat(types()).containsOnlyOnce("import-refused.v1");
  }
}
