package microstorm.idea.silence;

import static microstorm.testing.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Consumer;
import microstorm.idea.IdeaServiceTest;
import microstorm.idea.Impatient;
import microstorm.idea.LiveBoard;
import microstorm.idea.LiveBoard.Person;
import microstorm.idea.idea.Rows;
import microstorm.idea.stream.LiveStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ideas that are written before a session opens are silent until it shares them. */
@IdeaServiceTest
@TestProfile(Impatient.class)
class EarlyIdeasTest {

  private static final String SECRET = "Nobody else may read this before sharing";

  private LiveBoard board;
  private Person author;

  @BeforeEach
  void plan() {
    plan(event -> {});
  }

  private void plan(Consumer<ObjectNode> change) {
    board = new LiveBoard();
    board.plan(
        event -> {
          event.remove("topics");
          settings(event).put("anonymous", false).put("collectEarly", true);
          change.accept(event);
        });
    author = board.join("participant");
  }

  private static ObjectNode settings(ObjectNode event) {
    return (ObjectNode) event.get("settings");
  }

  private void change(Consumer<ObjectNode> change) {
    board.publish(
        "changed",
        event -> {
          event.put("teamId", board.team.toString());
          event.putNull("quietUntil");
          settings(event).put("anonymous", false).put("collectEarly", true);
          change.accept(event);
        });
  }

  private void collect(boolean early) {
    change(event -> settings(event).put("collectEarly", early));
    await("the change").until(() -> board.view(author).getBoolean("session.collectEarly") == early);
  }

  private void back(String to) {
    board.publish("phase-reverted", event -> event.put("to", to));
    await(to).until(() -> board.view(author).getString("phase").equals(to));
  }

  private Response read(Person person) {
    return board.as(person).get("/api/boards/{id}", board.session);
  }

  private LiveStream open(Person person, String lastEventId) {
    return LiveStream.open(RestAssured.port, board.session, person.token(), lastEventId);
  }

  private List<Person> others() {
    return List.of(
        board.join("participant"),
        board.join("facilitator"),
        board.join("observer"),
        board.owner());
  }

  /**
   * On every path of this service: board, idea, results, streams, and events for other services.
   */
  private void isHiddenFrom(List<Person> others, UUID idea) {
    assertThat(board.view(author).getList("ideas.text")).contains(SECRET);
    for (Person other : others) {
      assertThat(read(other).asString()).doesNotContain(SECRET, idea.toString());
      board.as(other).get(board.idea(idea)).then().statusCode(404);
      assertThat(board.as(other).delete(board.idea(idea)).statusCode()).isBetween(403, 404);
      assertThat(
              board
                  .as(other)
                  .get("/api/boards/{id}/results", board.session)
                  .then()
                  .statusCode(409)
                  .extract()
                  .asString())
          .doesNotContain(SECRET);
      for (String last : new String[] {null, "0"}) {
        try (LiveStream stream = open(other, last)) {
          Person late = board.join("observer");
          await("a later change").until(() -> stream.bytes().contains(late.id().toString()));
          assertThat(stream.bytes()).doesNotContain(SECRET, idea.toString());
        }
      }
    }
    assertThat(board.events())
        .noneMatch(
            event ->
                event.payload().toString().contains(SECRET)
                    || event.payload().toString().contains(idea.toString()));
  }

  @Test
  void anEarlyIdeaIsItsAuthorsUntilSharing() {
    UUID idea = board.posted(author, SECRET);
    List<Person> others = others();
    isHiddenFrom(others, idea);
    assertThat(read(author).header("Cache-Control")).isEqualTo("no-store");
    board.begin("lobby-opened");
    board.as(author).body(Map.of("text", SECRET + "!")).patch(board.idea(idea)).then();
    board.as(author).body(Map.of("text", SECRET)).patch(board.idea(idea)).then().statusCode(200);
    isHiddenFrom(others, idea);
    board.begin("quiet-started");
    isHiddenFrom(others, idea);

    // the control: sharing shows it to everybody and publishes it
    board.begin("sharing-started");
    for (Person other : others) {
      assertThat(board.view(other).getList("ideas.text")).containsExactly(SECRET);
    }
    assertThat(board.events("shared", 1).get(0).payload().toString()).contains(SECRET);
  }

  @ParameterizedTest
  @ValueSource(strings = {"planned", "lobby"})
  void withoutTheSettingNobodyWritesBeforeTheQuietPhase(String phase) {
    if (phase.equals("lobby")) {
      board.begin("lobby-opened");
    }
    board.posted(author, SECRET);
    collect(false);
    board
        .post(author, Map.of("text", "Too late"))
        .statusCode(409)
        .body("type", endsWith("#not-started"));
    assertThat(board.view(author).getList("ideas.text")).containsExactly(SECRET);
    assertThat(read(board.owner()).asString()).doesNotContain(SECRET);
    collect(true);
    board.posted(author, "In time");
  }

  @Test
  void observersAndPeopleWithoutASeatDoNotWrite() {
    board.post(board.join("observer"), Map.of("text", "x")).statusCode(403);
    board.post(board.owner(), Map.of("text", "x")).statusCode(403);
    board.posted(board.join("facilitator"), "A facilitator may");
  }

  /** The author changes, withdraws and restores it, and nobody else learns of it. */
  @Test
  void nothingOfTheAuthorsChangesTheBoardThatOthersRead() {
    Person me = board.join("participant");
    board.posted(me, "mine");
    String before = tagged(me);
    UUID theirs = board.posted(author, SECRET);
    board.as(author).body(Map.of("text", "otherwise")).patch(board.idea(theirs));
    board.as(author).delete(board.idea(theirs)).then().statusCode(204);
    board.as(author).post(board.idea(theirs) + "/restore").then().statusCode(200);
    assertThat(tagged(me)).isEqualTo(before);

    board.join("observer"); // the control
    assertThat(tagged(me)).isNotEqualTo(before);
  }

  private String tagged(Person person) {
    Response answer = read(person);
    return answer.header("ETag") + " " + LiveBoard.withoutTime(answer.asString());
  }

  /** From the numbers of one's own ideas nobody learns how much others write. */
  @ParameterizedTest
  @ValueSource(ints = {0, 20})
  void numbersDoNotShowHowMuchOthersWrite(int ideas) {
    assertThat(watch(ideas).learned()).isEmpty();
  }

  /** The control: without its clock the board counts its changes. */
  @Test
  void aBoardWithoutAClockRevealsIt() {
    Rows.execute(
        "update board set clock_since = null where session_id = '%s'".formatted(board.session));
    assertThat(watch(20).learned()).isEqualTo(OptionalLong.of(20));
  }

  private Onlooker watch(int ideas) {
    Onlooker onlooker = new Onlooker(board);
    onlooker.look();
    onlooker.write("the first idea");
    for (int i = 0; i < ideas; i++) {
      board.posted(author, "not for you " + i);
    }
    onlooker.write("the second idea");
    onlooker.look();
    return onlooker;
  }

  @Test
  void facilitatorsSeeTheNumberOfWritersAmongThree() {
    Person leader = board.join("facilitator");
    Person other = board.join("participant");
    board.posted(author, SECRET);
    assertThat(board.view(leader).getString("counts.writers")).isNull();
    board.join("participant");
    assertThat(board.view(leader).getInt("counts.writers")).isEqualTo(1);
    assertThat(board.view(leader).getInt("counts.ideas")).isZero();
    assertThat(board.view(other).getString("counts.writers")).isNull();
  }

  @Test
  void aCancelledSessionKeepsThemHiddenAndGoesOnWithThem() {
    UUID idea = board.posted(author, SECRET);
    board.publish("cancelled", event -> {});
    await("the end").until(() -> board.view(author).getString("phase").equals("cancelled"));
    List<Person> others = List.of(board.owner());
    isHiddenFrom(others, idea);
    assertThat(board.post(author, Map.of("text", "x")).extract().statusCode()).isEqualTo(409);
    back("planned");
    isHiddenFrom(others, idea);
    board.posted(author, "Another one");
    board.begin("lobby-opened");
    board.begin("quiet-started");
    back("lobby");
    board.posted(author, "And one more");
    board.begin("quiet-started");
    board.begin("sharing-started");
    assertThat(board.view(board.owner()).getList("ideas")).hasSize(3);
  }

  @Test
  void aSessionThatBecomesAnonymousForgetsItsEarlyAuthors() {
    UUID idea = board.posted(author, SECRET);
    change(event -> settings(event).put("anonymous", true));
    await("the change").until(() -> board.view(author).getBoolean("session.anonymous"));
    assertThat(board.view(author).getList("ideas.id")).containsExactly(idea.toString());
    board.begin("quiet-started");
    board.begin("sharing-started");
    assertThat(board.view(author).getString("ideas[0].authorId")).isNull();
    assertThat(board.events("shared", 1).get(0).payload().toString())
        .doesNotContain(author.id().toString());
  }

  @Test
  void aTopicIsRemovedWithoutAWordAboutTheIdeasInIt() {
    Person leader = board.join("facilitator");
    String topics = "/api/boards/" + board.session + "/topics";
    UUID topic = UUID.randomUUID();
    board.as(leader).body(Map.of("id", topic, "title", "A topic")).post(topics).then();
    board.post(author, Map.of("text", SECRET, "topicId", topic)).statusCode(201);
    board.as(leader).delete(topics + "/" + topic).then().statusCode(204);
    assertThat(board.view(author).getList("ideas.text")).containsExactly(SECRET);
    assertThat(board.view(author).getString("ideas[0].topicId")).isNull();
  }

  @Test
  void ideasReturnToTheirTopicWhenItIsRestored() {
    Person leader = board.join("facilitator");
    String topics = "/api/boards/" + board.session + "/topics";
    String topic = UUID.randomUUID().toString();
    board.as(leader).body(Map.of("id", topic, "title", "A topic")).post(topics).then();
    board.post(author, Map.of("text", SECRET, "topicId", topic)).statusCode(201);
    board.as(leader).delete(topics + "/" + topic).then().statusCode(204);
    board.as(leader).post(topics + "/" + topic + "/restore").then().statusCode(200);
    assertThat(board.view(author).getString("ideas[0].topicId")).isEqualTo(topic);
    assertThat(board.view(leader).getList("ideas")).as("hidden from others").isEmpty();
  }

  /** The room of the board is divided for the expected people, before they have seats. */
  @Test
  void everybodyHasAnAllowanceAndKeepsIt() {
    plan(event -> settings(event).put("expectedSize", 1_990));
    board.posted(author, "The only one");
    refused();
    board.begin("lobby-opened");
    board.begin("quiet-started");
    refused();
  }

  private void refused() {
    board
        .post(author, Map.of("text", "One more"))
        .statusCode(409)
        .body("type", endsWith("#too-many-ideas"));
  }

  /** The previous version of session-service does not know of early ideas. */
  @Test
  void anEventOfThePreviousVersionChangesNothing() {
    board.publish(
        "changed",
        event -> {
          event.put("teamId", board.team.toString());
          event.put("title", "Another title");
          event.remove("quietUntil");
          settings(event).remove("collectEarly");
        });
    await("the title")
        .until(() -> board.view(author).getString("session.title").equals("Another title"));
    board.posted(author, SECRET);
  }
}
