package microstorm.idea.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.IntSupplier;
import java.util.stream.IntStream;
import microstorm.idea.IdeaServiceTest;
import microstorm.idea.LiveBoard;
import microstorm.idea.LiveBoard.Person;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** New columns of the next version do not affect the running version. */
@IdeaServiceTest
class GrowingSchemaTest {

  private static final List<String> TABLES =
      List.of("board", "topic", "idea", "link", "affinity_group", "action", "seat", "vote", "mark");

  /** Enough repetitions for each connection to prepare its statements, which takes five uses. */
  private static final int REPETITIONS = 100;

  @Inject Jdbi database;

  @AfterEach
  void shrink() {
    alter("drop column if exists of_the_next_version");
  }

  private void alter(String change) {
    for (String table : TABLES) {
      database.useHandle(handle -> handle.execute("alter table " + table + " " + change));
    }
  }

  @Test
  void newColumnsHaveNoEffect() {
    LiveBoard board = LiveBoard.in("sharing-started", false);
    Person leader = board.owner();
    String topic = made(board, leader, "topics", Map.of("title", "First"));
    UUID idea = board.posted(board.join("participant"), "See https://example.com");
    board.begin("agreeing-started");
    String action = made(board, leader, "actions", Map.of("text", "Do it"));

    assertThat(statuses(() -> read(board, leader))).containsOnly(200);
    assertThat(statuses(() -> ask(board, leader, "ideas/" + idea))).containsOnly(200);
    assertThat(statuses(() -> rename(board, leader, "topics/" + topic))).containsOnly(200);
    assertThat(statuses(() -> renew(board, leader, "actions/" + action))).containsOnly(200);
    alter("add column of_the_next_version integer");
    assertThat(statuses(() -> read(board, leader))).containsOnly(200);
    assertThat(statuses(() -> ask(board, leader, "ideas/" + idea))).containsOnly(200);
    assertThat(statuses(() -> rename(board, leader, "topics/" + topic))).containsOnly(200);
    assertThat(statuses(() -> renew(board, leader, "actions/" + action))).containsOnly(200);
  }

  private static List<Integer> statuses(IntSupplier request) {
    return IntStream.range(0, REPETITIONS).map(n -> request.getAsInt()).boxed().distinct().toList();
  }

  private static String made(LiveBoard board, Person person, String path, Map<String, ?> contents) {
    ValidatableResponse answer =
        board.as(person).body(contents).post("/api/boards/{id}/" + path, board.session).then();
    return answer.statusCode(201).extract().path("id");
  }

  private static int read(LiveBoard board, Person person) {
    return board.as(person).get("/api/boards/{id}", board.session).statusCode();
  }

  private static int ask(LiveBoard board, Person person, String path) {
    return board.as(person).get("/api/boards/{id}/" + path, board.session).statusCode();
  }

  private static int rename(LiveBoard board, Person person, String path) {
    return patch(board, person, path, Map.of("title", "Renamed"));
  }

  private static int renew(LiveBoard board, Person person, String path) {
    return patch(board, person, path, Map.of("text", "Do it now"));
  }

  private static int patch(
      LiveBoard board, Person person, String path, Map<String, String> change) {
    return board
        .as(person)
        .contentType(ContentType.JSON)
        .body(change)
        .patch("/api/boards/{id}/" + path, board.session)
        .statusCode();
  }
}
