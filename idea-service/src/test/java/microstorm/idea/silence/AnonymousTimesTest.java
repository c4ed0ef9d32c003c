package microstorm.idea.silence;

import static microstorm.testing.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.uuid.Generators;
import io.restassured.RestAssured;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import microstorm.idea.IdeaServiceTest;
import microstorm.idea.LiveBoard;
import microstorm.idea.LiveBoard.Person;
import microstorm.idea.idea.Rows;
import microstorm.idea.stream.LiveStream;
import microstorm.testing.TestEvents;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** In an anonymous session nothing stores the times or the order in which ideas were written. */
@IdeaServiceTest
class AnonymousTimesTest {

  /** Enough ideas that a random order does not equal the order of writing. */
  private static final List<String> WRITTEN =
      IntStream.range(0, 13).mapToObj(i -> "idea " + i).toList();

  private static final String TIMES =
      """
      select count(*) from idea join board using (session_id)
      where session_id = ? and (submitted_at is not null or edited_at <> since)
      """;

  private final List<UUID> ids = new ArrayList<>();
  private LiveBoard board;
  private Person person;

  /** Two people write alternately, and one of them changes the first idea. */
  private void writeAndShare(boolean anonymous) {
    board = LiveBoard.in("quiet-started", anonymous);
    person = board.join("participant");
    Person other = board.join("participant");
    for (int i = 0; i < WRITTEN.size(); i++) {
      ids.add(board.posted(i % 2 == 0 ? person : other, WRITTEN.get(i)));
    }
    board.as(person).body(Map.of("text", WRITTEN.get(0))).patch(board.idea(ids.get(0)));
    board.begin("sharing-started");
  }

  private List<String> textsOnBoard() {
    return board.view(board.owner()).getList("ideas.text");
  }

  private Stream<TestEvents.Event> eventsThatName(UUID id) {
    return board.events().stream().filter(e -> e.payload().toString().contains(id.toString()));
  }

  @Test
  void noAnswerStreamOrEventHasTheTimeOfAnIdea() {
    writeAndShare(true);
    board.posted(person, "written while all share");
    List<TestEvents.Event> events = new ArrayList<>(board.events("shared", WRITTEN.size()));
    events.addAll(board.events("submitted", 1));
    assertThat(events).allMatch(event -> event.payload().get("submittedAt").isNull());
    String read =
        board.as(person).get("/api/boards/{id}", board.session).then().extract().asString()
            + board.as(person).get(board.idea(ids.get(0))).then().extract().asString();
    assertThat(read).contains("idea 0").doesNotContain("submittedAt", "editedAt");
    try (LiveStream stream =
        LiveStream.open(RestAssured.port, board.session, person.token(), "0")) {
      stream.awaitIdea("written while all share");
      assertThat(stream.events().toString()).doesNotContain("submittedAt", "editedAt");
    }
  }

  @Test
  void noRowKeepsTheTimeOfAnIdea() {
    writeAndShare(true);
    board.posted(person, "written while all share");
    assertThat(Rows.number(TIMES, board.session)).isZero();
  }

  @Test
  void theOrderOfWritingIsNotKept() {
    writeAndShare(true);
    assertThat(textsOnBoard()).containsExactlyInAnyOrderElementsOf(WRITTEN).isNotEqualTo(WRITTEN);
    List<TestEvents.Event> shared = board.events("shared", WRITTEN.size());
    assertThat(shared).extracting(e -> e.payload().get("text").asText()).isEqualTo(textsOnBoard());
    List<Long> numbers = shared.stream().map(e -> e.payload().get("seq").asLong()).toList();
    long first = numbers.get(0);
    assertThat(numbers)
        .containsExactlyElementsOf(
            IntStream.range(0, WRITTEN.size()).mapToObj(i -> first + i).toList());
    assertThat(board.view(person).getList("ideas.position", Long.class)).isEqualTo(numbers);
  }

  @Test
  void theOrderIsNotKeptWhenTheSessionIsNoLongerAnonymous() {
    board = LiveBoard.in("quiet-started", true);
    person = board.join("participant");
    WRITTEN.forEach(text -> ids.add(board.posted(person, text)));
    board.publish("phase-reverted", event -> event.put("to", "lobby"));
    board.publish(
        "changed",
        event -> {
          event.put("teamId", board.team.toString()).putNull("logRevision");
          ((ObjectNode) event.get("settings")).put("anonymous", false);
        });
    await("the change").until(() -> !board.view(person).getBoolean("session.anonymous"));
    board.begin("quiet-started");
    board.begin("sharing-started");
    assertThat(textsOnBoard()).containsExactlyInAnyOrderElementsOf(WRITTEN).isNotEqualTo(WRITTEN);
  }

  @Test
  void idsContainNoTimeAndEventsOfTheQuietPhaseNoId() {
    writeAndShare(true);
    for (UUID id : ids) {
      assertLooksLikeEveryId(id);
      assertThat(eventsThatName(id))
          .extracting(TestEvents.Event::type)
          .containsOnly("microstorm.idea.shared.v1");
    }
    assertThat(ids).doesNotHaveDuplicates();
  }

  /** Like one that a client has chosen. */
  private static void assertLooksLikeEveryId(UUID id) {
    assertThat(id.version()).isEqualTo(4);
    assertThat(id.variant()).isEqualTo(2);
  }

  /** Otherwise the ideas of a participant whose client sends retry keys would be recognisable. */
  @Test
  void anIdFromARetryKeyLooksLikeAnyOther() {
    board = LiveBoard.in("quiet-started", true);
    person = board.join("participant");
    String first = withKey("key 1");
    assertLooksLikeEveryId(UUID.fromString(first));
    assertThat(withKey("key 1")).isEqualTo(first);
    String second = withKey("key 2");
    assertLooksLikeEveryId(UUID.fromString(second));
    assertThat(second).isNotEqualTo(first);
  }

  private String withKey(String key) {
    return board
        .as(person)
        .header("Idempotency-Key", key)
        .body(Map.of("text", "an idea"))
        .post(board.ideas())
        .then()
        .extract()
        .path("id");
  }

  /**
   * A time-based, a name-based or an invented id could show everybody when or by whom it was made.
   */
  private static Stream<UUID> idsThatAreNotRandom() {
    UUID random = UUID.randomUUID();
    return Stream.of(
        Generators.timeBasedEpochGenerator().generate(),
        Generators.timeBasedGenerator().generate(),
        Generators.timeBasedReorderedGenerator().generate(),
        Generators.nameBasedGenerator(random).generate("Ana"),
        new UUID(random.getMostSignificantBits(), 1),
        new UUID(0, 0));
  }

  @ParameterizedTest
  @MethodSource("idsThatAreNotRandom")
  void anAnonymousSessionRefusesIdsThatAreNotRandom(UUID id) {
    for (String phase : List.of("quiet-started", "sharing-started")) {
      board = LiveBoard.in(phase, true);
      person = board.join("participant");
      board
          .post(person, Map.of("id", id, "text", "an idea"))
          .statusCode(400)
          .body("type", endsWith("#id-not-random"));
      board
          .post(person, Map.of("id", UUID.randomUUID(), "text", "an idea"))
          .statusCode(201); // the control: a random id
    }
  }

  /** The control: in a session with names everybody sees the author and the time anyway. */
  @Test
  void aSessionWithNamesTakesAnyId() {
    board = LiveBoard.in("quiet-started", false);
    UUID id = Generators.timeBasedEpochGenerator().generate();
    board.post(board.join("participant"), Map.of("id", id, "text", "an idea")).statusCode(201);
  }

  /** The control: in a session with names the same checks find times and order. */
  @Test
  void aSessionWithNamesKeepsTimesAndOrder() {
    writeAndShare(false);
    assertThat(textsOnBoard()).isEqualTo(WRITTEN);
    assertThat(Rows.number(TIMES, board.session)).isEqualTo(WRITTEN.size());
    assertThat(board.events("shared", WRITTEN.size()))
        .noneMatch(event -> event.payload().get("submittedAt").isNull());
    assertThat(board.as(person).get(board.idea(ids.get(0))).then().extract().asString())
        .contains("submittedAt", "editedAt");
  }
}
