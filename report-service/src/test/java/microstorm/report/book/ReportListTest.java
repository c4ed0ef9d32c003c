package microstorm.report.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import microstorm.report.ReportServiceTest;
import org.junit.jupiter.api.Test;

/** The pages of the list of reports, and its query parameters. */
@ReportServiceTest
class ReportListTest {

  private final ReportedTeam team = new ReportedTeam();

  @Test
  void theListIsNewestFirstAndPagedWithoutGapsOrRepeats() {
    List<String> expected = new ArrayList<>();
    team.projected("undated", null);
    for (int day = 1; day <= 4; day++) {
      team.projected("day " + day, "2026-02-0" + day);
      expected.add(0, "day " + day);
    }
    expected.add("undated");

    List<String> titles = new ArrayList<>();
    String cursor = null;
    do {
      RequestSpecification request = team.owner().queryParam("limit", 2);
      JsonPath page =
          (cursor == null ? request : request.queryParam("cursor", cursor))
              .get("/api/reports")
              .then()
              .statusCode(200)
              .extract()
              .jsonPath();
      titles.addAll(page.getList("items.title"));
      cursor = page.getString("next");
    } while (cursor != null);
    assertThat(titles).isEqualTo(expected);
  }

  @Test
  void badCursorsAndLimitsAreRefused() {
    String farFuture =
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(
                ("+10000000-01-01/" + UUID.randomUUID()).getBytes(StandardCharsets.UTF_8));
    for (String query : List.of("cursor=nonsense", "cursor=" + farFuture, "limit=0", "limit=201")) {
      team.owner()
          .get("/api/reports?" + query)
          .then()
          .statusCode(400)
          .contentType("application/problem+json");
    }
  }

  @Test
  void theRefusalNamesALimitThatIsNotANumber() {
    for (String limit : List.of("x", "1.5", "99999999999", "+5", "05", "\u0665")) {
      team.owner()
          .queryParam("limit", limit)
          .get("/api/reports")
          .then()
          .statusCode(400)
          .contentType("application/problem+json")
          .body("type", equalTo("/api/problems#invalid"))
          .body("errors.field", equalTo(List.of("limit")))
          .body("errors[0].message", equalTo("must be a whole number of at most 2147483647"));
    }
  }

  @Test
  void anUnknownParameterIsRefusedWithTheNamesOfTheKnownOnes() {
    Map<String, String> faults =
        Map.of(
            "/api/reports?Limit=1",
            "Limit is not a query parameter of this operation, which has: cursor, limit,"
                + " phase, heldFrom, heldUntil, title, person, topic.",
            "/api/reports?limit=1&offset=2",
            "offset is not a query parameter of this operation, which has: cursor, limit,"
                + " phase, heldFrom, heldUntil, title, person, topic.",
            "/api/logs?format=md",
            "format is not a query parameter of this operation, which has: heldFrom, heldUntil,"
                + " title, person, topic.",
            "/api/platform?x=",
            "x is not a query parameter of this operation, which has none.");
    faults.forEach(
        (path, fault) ->
            team.owner()
                .get(path)
                .then()
                .statusCode(400)
                .body("type", equalTo("/api/problems#invalid"))
                .body("detail", equalTo(fault)));
    team.owner().get("/api/reports?&&").then().statusCode(200);
  }

  /** Only a parameter that is omitted has the default. */
  @Test
  void aParameterThatIsEmptyOrGivenTwiceIsRefused() {
    Map<String, String> faults =
        Map.of(
            "limit=", "must not be empty; omit it to get the default",
            "limit", "must not be empty; omit it to get the default",
            "cursor=", "must not be empty; omit it to get the default",
            "limit=1&limit=2", "must be given only once");
    faults.forEach(
        (query, fault) ->
            team.owner()
                .get("/api/reports?" + query)
                .then()
                .statusCode(400)
                .body("type", equalTo("/api/problems#invalid"))
                .body("errors.message", equalTo(List.of(fault))));
    team.owner()
        .contentType("text/markdown")
        .body("# Log")
        .post("/api/logs?repair=")
        .then()
        .statusCode(400);
    team.owner().get("/api/reports?limit=1").then().statusCode(200);
  }
}
