package microstorm.idea.post;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.restassured.response.ValidatableResponse;
import java.util.Map;
import java.util.UUID;
import microstorm.idea.IdeaServiceTest;
import microstorm.idea.LiveBoard;
import microstorm.idea.LiveBoard.Person;
import microstorm.idea.idea.Rows;
import org.junit.jupiter.api.Test;

/** Hints about praise and criticism: only the author sees them and may keep the words. */
@IdeaServiceTest
class HintedPostTest {

  private static final String PRAISE = "Great idea!";

  @Test
  void onlyTheAuthorSeesTheHintAndOnlyTheCountIsStored() {
    LiveBoard board = LiveBoard.in("sharing-started", false);
    Person author = board.join("participant");
    String id =
        board
            .post(author, Map.of("text", PRAISE))
            .statusCode(201)
            .body("hint.kind", equalTo("praise"))
            .body("hint.message", notNullValue())
            .extract()
            .path("id");
    board.post(author, Map.of("text", "Shorter meetings")).body("hint", nullValue());
    board
        .post(author, Map.of("text", PRAISE, "keepWords", true))
        .statusCode(201)
        .body("hint", nullValue());
    change(board, author, id, Map.of("text", PRAISE, "keepWords", true)).body("hint", nullValue());
    change(board, author, id, Map.of("text", PRAISE)).body("hint.kind", equalTo("praise"));

    assertThat(board.view(board.owner()).prettify()).contains(PRAISE).doesNotContain("hint");
    board.publish("closing", event -> {});
    assertThat(board.events("board-sealed", 1).get(0).payload().get("hints").asInt()).isEqualTo(2);
    assertThat(board.events()).noneMatch(event -> event.payload().toString().contains("praise"));
  }

  @Test
  void theSessionsLanguageSelectsTheHint() {
    LiveBoard board = new LiveBoard();
    board.plan(event -> event.put("language", "de").remove("topics"));
    board.begin("sharing-started");
    Person author = board.join("participant");
    assertThat(board.view(author).getString("session.language")).isEqualTo("de");
    board.post(author, Map.of("text", PRAISE)).statusCode(201).body("hint", nullValue());
    String id =
        board
            .post(author, Map.of("text", "Tolle Idee!"))
            .statusCode(201)
            .body("hint.message", startsWith("Das liest sich wie Lob."))
            .extract()
            .path("id");
    change(board, author, id, Map.of("text", "Geht nicht!"))
        .body("hint.message", startsWith("Das liest sich wie Kritik."));
    assertThat(Rows.number("select hints from board where session_id = ?", board.session))
        .isEqualTo(2);
    board
        .as(board.owner())
        .post(board.ideas() + "/" + id + "/take-down")
        .then()
        .body("text", equalTo("Eine Idee wurde von der Moderation entfernt."));
  }

  /** White space around a text is not part of it. */
  @Test
  void textsAreTrimmed() {
    LiveBoard board = LiveBoard.in("sharing-started", false);
    Person author = board.join("participant");
    Map<String, ?> idea = Map.of("id", UUID.randomUUID(), "text", " \n A *buddy*  \r\n\n");
    board.post(author, idea).statusCode(201).body("text", equalTo("A *buddy*"));
    board.post(author, idea).statusCode(200);
    change(board, author, idea.get("id").toString(), Map.of("text", "\tOther words\n"))
        .body("text", equalTo("Other words"));
    board.post(author, Map.of("text", " \n ")).statusCode(400);
  }

  /** A repeated post does not count as a second hint. */
  @Test
  void aRetryCountsOnce() {
    LiveBoard board = LiveBoard.in("quiet-started", false);
    Person author = board.join("participant");
    Map<String, ?> idea = Map.of("id", UUID.randomUUID(), "text", PRAISE);
    board.post(author, idea).statusCode(201).body("hint.kind", equalTo("praise"));
    board.post(author, idea).statusCode(200).body("hint.kind", equalTo("praise"));
    assertThat(Rows.number("select hints from board where session_id = ?", board.session))
        .isEqualTo(1);
  }

  private static ValidatableResponse change(
      LiveBoard board, Person author, String id, Map<String, ?> change) {
    return board.as(author).body(change).patch(board.ideas() + "/" + id).then().statusCode(200);
  }
}
