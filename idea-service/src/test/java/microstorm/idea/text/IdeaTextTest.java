package microstorm.idea.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import microstorm.idea.IdeaServiceTest;
import microstorm.idea.LiveBoard;
import microstorm.idea.LiveBoard.Person;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The rules for texts, and how texts are stored. */
@IdeaServiceTest
class IdeaTextTest {

  private LiveBoard board;
  private Person author;

  @BeforeEach
  void share() {
    board = LiveBoard.in("sharing-started", false);
    author = board.join("participant");
  }

  @Test
  void lineEndsAreStoredAsNewlines() {
    String id =
        board
            .post(author, Map.of("text", "one\r\ntwo\rthree\n"))
            .statusCode(201)
            .body("text", equalTo("one\ntwo\nthree\n"))
            .extract()
            .path("id");
    Map<String, ?> sides =
        Map.of("left", "a\r\nb", "right", "c", "similarities", List.of("d\r\ne"));
    board.post(author, Map.of("kind", "comparison", "comparison", sides)).statusCode(201);
    board
        .as(author)
        .body(Map.of("text", "four\r\nfive"))
        .patch(board.idea(UUID.fromString(id)))
        .then()
        .statusCode(200);
    JsonPath view = board.view(author);
    assertThat(view.getList("ideas.text")).containsExactly("four\nfive", "a\nb vs c");
    assertThat(view.getList("ideas[1].comparison.similarities")).containsExactly("d\ne");
  }

  @Test
  void aMisleadingOrInvisibleTextIsRefused() {
    board
        .post(author, Map.of("text", "pay \u202Enot\u202C me"))
        .statusCode(400)
        .body("errors[0].message", containsString("direction of writing"));
    board
        .post(author, Map.of("text", "\u200B\u2060 \uFE0F"))
        .statusCode(400)
        .body("errors[0].message", equalTo("must not be blank"));
    board
        .as(author)
        .body(Map.of("name", "\u2800\u3164"))
        .post("/api/boards/{session}/groups", board.session)
        .then()
        .statusCode(400)
        .body("errors[0].message", equalTo("must not be blank"));
    board
        .post(author, Map.of("text", "x", "kind", "joke"))
        .statusCode(400)
        .body("errors[0].message", equalTo("must be idea, quote, reference, note or comparison"));
  }
}
