package microstorm.idea.post;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;

import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.ws.rs.core.HttpHeaders;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntFunction;
import microstorm.idea.IdeaServiceTest;
import microstorm.idea.LiveBoard;
import microstorm.idea.LiveBoard.Person;
import microstorm.idea.idea.AtOnce;
import microstorm.idea.idea.Rows;
import microstorm.testing.Patience;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A retry after a lost answer never doubles an idea. */
@IdeaServiceTest
class PostRetryTest {

  /** The maximum number of waiting posts of one client. */
  private static final int CLIENTS = 32;

  private static final String IDEAS = "select count(*) from idea where session_id = ?";

  private LiveBoard board;
  private Person author;

  @BeforeEach
  void open() {
    board = LiveBoard.in("quiet-started", false);
    author = board.join("participant");
  }

  @Test
  void theSameIdGivesTheSameIdea() {
    Map<String, ?> idea = Map.of("id", UUID.randomUUID(), "text", "once");
    int seq = board.post(author, idea).statusCode(201).extract().path("seq");
    board.post(author, idea).statusCode(200).body("seq", equalTo(seq));
    board.begin("sharing-started");
    int shared =
        board
            .post(author, idea)
            .statusCode(200)
            .body("seq", greaterThan(seq))
            .extract()
            .path("seq");
    board.publish("closing", event -> {});
    board.events("board-sealed", 1);
    board.post(author, idea).statusCode(200).body("seq", equalTo(shared));
    assertThat(board.events("shared", 1)).hasSize(1);
  }

  /** After a 200 the text of the request must be stored. */
  @Test
  void anotherTextIsNotARetry() {
    Map<String, ?> idea = Map.of("id", UUID.randomUUID(), "text", "once");
    board.post(author, idea).statusCode(201);
    board
        .post(author, Map.of("id", idea.get("id"), "text", "other words"))
        .statusCode(409)
        .body("type", endsWith("#id-in-use"));
    String path = board.ideas() + "/" + idea.get("id");
    board.as(author).body(Map.of("text", "changed since")).patch(path).then().statusCode(200);
    board.post(author, idea).statusCode(200).body("text", equalTo("changed since"));
    board.as(author).delete(path).then().statusCode(204);
    board.post(author, idea).statusCode(409).body("type", endsWith("#withdrawn"));
  }

  /** A facilitator may have moved the idea since, so the place counts only until then. */
  @Test
  void anotherKindOrPlaceIsNotARetry() {
    board.begin("sharing-started");
    UUID parent = board.posted(author, "parent");
    UUID id = UUID.randomUUID();
    Map<String, ?> idea = Map.of("id", id, "text", "once", "parentId", parent, "kind", "note");
    String path = board.post(author, idea).statusCode(201).extract().header(HttpHeaders.LOCATION);
    assertThat(path).isEqualTo(board.idea(id));
    board.post(author, idea).statusCode(200);
    for (Map<String, ?> other :
        List.<Map<String, ?>>of(
            Map.of("id", id, "text", "once", "kind", "note"),
            Map.of("id", id, "text", "once", "parentId", parent))) {
      board.post(author, other).statusCode(409).body("type", endsWith("#id-in-use"));
    }
    board.as(board.owner()).body("{\"parentId\":null}").patch(path).then().statusCode(200);
    board.post(author, idea).statusCode(200);
  }

  @Test
  void anIdOfAnotherAuthorOrBoardIsInUse() {
    UUID id = board.posted(author, "mine");
    board
        .post(board.join("participant"), Map.of("id", id, "text", "theirs"))
        .statusCode(409)
        .body("type", endsWith("#id-in-use"));
    LiveBoard elsewhere = LiveBoard.in("quiet-started", false);
    elsewhere
        .post(elsewhere.join("participant"), Map.of("id", id, "text", "there"))
        .statusCode(409)
        .body("type", endsWith("#id-in-use"));
  }

  /** The conflicting row can be read only after the database has refused the second one. */
  @Test
  void anIdThatIsUsedElsewhereAtTheSameTimeIsInUse() throws SQLException {
    LiveBoard elsewhere = LiveBoard.in("quiet-started", false);
    UUID id = UUID.randomUUID();
    CompletableFuture<ValidatableResponse> second;
    try (Connection first = Rows.connect()) {
      first.setAutoCommit(false);
      try (PreparedStatement insert =
          first.prepareStatement(
              "insert into idea (id, session_id, position, kind, text, submitted_at)"
                  + " values (?, ?, 1, 'idea', 'there', now())")) {
        insert.setObject(1, id);
        insert.setObject(2, elsewhere.session);
        insert.execute();
      }
      second =
          CompletableFuture.supplyAsync(() -> board.post(author, Map.of("id", id, "text", "here")));
      Patience.await("the second waits")
          .until(
              () ->
                  Rows.number(
                          "select count(*) from pg_stat_activity where wait_event_type = 'Lock'"
                              + " and query like '%insert into idea%' and ? is not null",
                          board.session)
                      > 0);
      first.commit();
    }
    second.join().statusCode(409).body("type", endsWith("#id-in-use"));
  }

  @Test
  void theSameKeyGivesTheSameIdeaOfTheAuthor() {
    Person other = board.join("participant");
    String first = withKey(author, "key 1").statusCode(201).extract().path("id");
    withKey(author, "key 1").statusCode(200).body("id", equalTo(first));
    withKey(author, "key 2").statusCode(201);
    withKey(other, "key 1").statusCode(201);
    withKey(author, "k".repeat(201))
        .statusCode(400)
        .body("errors.field", contains("Idempotency-Key"));
    assertThat(Rows.number(IDEAS, board.session)).isEqualTo(3);
  }

  private ValidatableResponse withKey(Person person, String key) {
    return board
        .as(person)
        .header("Idempotency-Key", key)
        .body(Map.of("text", "an idea"))
        .post(board.ideas())
        .then();
  }

  @Test
  void simultaneousPostsWithOneIdWriteOneIdea() {
    UUID id = UUID.randomUUID();
    List<Response> answers =
        AtOnce.each(
            CLIENTS,
            client -> board.as(author).body(Map.of("id", id, "text", "one")).post(board.ideas()));
    assertThat(answers).filteredOn(answer -> answer.statusCode() == 201).hasSize(1);
    assertThat(answers).filteredOn(answer -> answer.statusCode() == 200).hasSize(CLIENTS - 1);
    assertThat(answers).extracting(answer -> answer.path("seq")).hasSameSizeAs(answers);
    assertThat(answers.stream().map(answer -> answer.<Integer>path("seq")).distinct()).hasSize(1);
    assertThat(Rows.number(IDEAS, board.session)).isEqualTo(1);
    assertThat(Rows.number("select ideas from board where session_id = ?", board.session))
        .isEqualTo(1);
  }

  /** The control: without the id each attempt is an idea of its own. */
  @Test
  void simultaneousPostsWithoutAnIdWriteManyIdeas() {
    IntFunction<Response> post =
        client -> board.as(author).body(Map.of("text", "one")).post(board.ideas());
    assertThat(AtOnce.each(CLIENTS, post)).allMatch(answer -> answer.statusCode() == 201);
    assertThat(Rows.number(IDEAS, board.session)).isEqualTo(CLIENTS);
    assertThat(
            Rows.number("select count(distinct seq) from idea where session_id = ?", board.session))
        .isEqualTo(CLIENTS);
    assertThat(Rows.number("select count(*) from writer where session_id = ?", board.session))
        .isEqualTo(1);
  }
}
