package microstorm.idea.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
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
            .body("text", equalTo("one\ntwo\nthree"))
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

  /** The answer must not be larger than the request. */
  @Test
  void aListOfThousandsOfEmptyEntriesGetsAShortAnswer() {
    String entries = "\"\",".repeat(20_000) + "\"\"";
    String comparison =
        "{\"kind\":\"comparison\",\"comparison\":{\"left\":\"a\",\"right\":\"b\","
            + "\"similarities\":["
            + entries
            + "]}}";
    JsonPath refused = refused(board.ideas(), comparison);
    assertThat(refused.getList("errors.message")).contains("must have at most 20 entries");
    String ids = "null,".repeat(12_000) + "null";
    String groups = "/api/boards/" + board.session + "/groups";
    JsonPath group = refused(groups, "{\"name\":\"A group\",\"ideaIds\":[" + ids + "]}");
    assertThat(group.getString("errors[0].message")).isEqualTo("must list at most 1000 ideas");
    assertThat(group.getString("detail")).endsWith(". 982 more errors are not listed.");
  }

  private JsonPath refused(String path, String body) {
    Response answer = board.as(author).body(body).post(path);
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.asByteArray().length).isLessThan(10_000);
    assertThat(answer.jsonPath().getList("errors")).hasSizeLessThanOrEqualTo(20);
    return answer.jsonPath();
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
