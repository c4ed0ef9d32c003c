package microstorm.idea.idea;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.restassured.response.ValidatableResponse;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import microstorm.idea.IdeaServiceTest;
import microstorm.idea.LiveBoard;
import microstorm.idea.LiveBoard.Person;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Changes of comparisons by their authors. */
@IdeaServiceTest
class ComparisonChangeTest {

  private LiveBoard board;
  private Person author;
  private UUID comparison;

  @BeforeEach
  void compare() {
    board = LiveBoard.in("sharing-started", false);
    author = board.join("participant");
    Map<String, ?> sides =
        Map.of(
            "left",
            "Tea",
            "right",
            "Coffee",
            "similarities",
            List.of("Both are warm"),
            "differences",
            List.of("Tea has less caffeine"));
    String id =
        board
            .post(author, Map.of("kind", "comparison", "comparison", sides))
            .statusCode(201)
            .extract()
            .path("id");
    comparison = UUID.fromString(id);
  }

  private ValidatableResponse change(UUID id, Map<String, ?> change) {
    return board.as(author).body(Map.of("comparison", change)).patch(board.idea(id)).then();
  }

  private ValidatableResponse stored() {
    return board.as(author).get(board.idea(comparison)).then().statusCode(200);
  }

  @Test
  void theTextFollowsTheSidesUnlessItWasWritten() {
    change(comparison, Map.of("left", "Tea", "right", "Water"))
        .statusCode(200)
        .body("text", equalTo("Tea vs Water"));
    board.as(author).body(Map.of("text", "Drinks")).patch(board.idea(comparison)).then();
    change(comparison, Map.of("left", "Milk")).statusCode(200).body("text", equalTo("Drinks"));
  }

  @Test
  void anAbsentFieldStaysAndNullEmptiesAList() {
    change(comparison, Map.of("right", "Water")).statusCode(200);
    stored()
        .body("text", equalTo("Tea vs Water"))
        .body("comparison.similarities", contains("Both are warm"))
        .body("comparison.differences", contains("Tea has less caffeine"));
    Map<String, Object> without = new HashMap<>();
    without.put("similarities", null);
    change(comparison, without).statusCode(200);
    stored()
        .body("comparison.left", equalTo("Tea"))
        .body("comparison.similarities", empty())
        .body("comparison.differences", contains("Tea has less caffeine"));
  }

  @Test
  void aSideCannotBeRemoved() {
    Map<String, Object> without = new HashMap<>();
    without.put("left", null);
    change(comparison, without).statusCode(400);
  }

  /** The control is a change that fits. */
  @Test
  void theWholeComparisonIsNoLongerThanAText() {
    List<String> half = Collections.nCopies(2, "w".repeat(480));
    change(comparison, Map.of("similarities", half)).statusCode(200);
    change(comparison, Map.of("differences", Collections.nCopies(3, "w".repeat(480))))
        .statusCode(400)
        .body("errors[0].field", equalTo("comparison"))
        .body("errors[0].message", startsWith("must have at most 2000 characters in total"));
    change(comparison, Map.of("differences", half)).statusCode(200);
  }

  @Test
  void onlyAComparisonHasSides() {
    UUID idea = board.posted(author, "no comparison");
    change(idea, Map.of("left", "Tea", "right", "Coffee"))
        .statusCode(400)
        .body("type", endsWith("#invalid"))
        .body("errors[0].field", equalTo("comparison"))
        .body(
            "errors[0].message", equalTo("must be absent, because this idea is not a comparison"));
  }
}
