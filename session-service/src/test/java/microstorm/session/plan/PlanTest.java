package microstorm.session.plan;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;

import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import microstorm.session.LiveSession;
import microstorm.session.LiveTeam;
import microstorm.session.SessionServiceTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Sessions are planned, changed until the start, and created from an earlier one. */
@SessionServiceTest
class PlanTest {

  private LiveTeam team;

  @BeforeEach
  void createTeam() {
    team = new LiveTeam("Planners");
  }

  @Test
  void aSessionIsPlannedWithTheStandardsDefaults() {
    JsonPath planned =
        team.post(Map.of("title", " First "))
            .statusCode(201)
            .header("Location", matchesPattern("/api/sessions/[0-9a-f-]{36}"))
            .body("title", equalTo("First"))
            .body("phase", equalTo("planned"))
            .body("joinCode", matchesPattern("[2-9A-HJKMNP-Z]{10}"))
            .body("facilitatorCode", matchesPattern("[A-Za-z0-9_-]{22}"))
            .extract()
            .jsonPath();
    assertThat(planned.getMap("settings"))
        .containsEntry("quietMinutes", 5)
        .containsEntry("breakAfterMinutes", 25)
        .containsEntry("votesPerPerson", 3)
        .containsEntry("anonymous", false)
        .containsEntry("votesOnOwnIdeas", true)
        .containsEntry("groupMin", 5)
        .containsEntry("groupMax", 7);
  }

  @Test
  void theEventOfAPlannedSessionHasNoCodes() {
    LiveSession session =
        team.plan(
            Map.of(
                "plannedAt",
                "2027-01-01T23:30:00Z",
                "timeZone",
                "Europe/Berlin",
                "anonymous",
                true));
    JsonPath event = session.event("planned");
    assertThat(event.getString("heldOn")).isEqualTo("2027-01-02");
    assertThat(event.getBoolean("settings.anonymous")).isTrue();
    assertThat(event.getList("criteria.text")).containsExactly("Cheap", "Quick");
    assertThat(event.getString("logRevision")).isNull();
    assertThat(event.prettify()).doesNotContain(session.joinCode, session.facilitatorCode);
  }

  @Test
  void aChangeKeepsTheIdsOfUnchangedCriteria() {
    LiveSession session = team.plan(Map.of());
    List<String> before = session.get().getList("criteria.id");
    LiveTeam.as(team.token)
        .body(Map.of("criteria", List.of("Quick", "Loud"), "problem", "", "votesPerPerson", 0))
        .patch("/api/sessions/{id}", session.id)
        .then()
        .statusCode(200)
        .body("title", equalTo("Session"))
        .body("problem", equalTo(null))
        .body("settings.votesPerPerson", equalTo(0))
        .body("criteria.text", equalTo(List.of("Quick", "Loud")))
        .body("criteria[0].id", equalTo(before.get(1)))
        .body("criteria[1].id", not(equalTo(before.get(0))));
    assertThat(session.event("changed").getInt("settings.votesPerPerson")).isZero();
  }

  @Test
  void nullRemovesAValueAndAbsentFieldsStay() {
    LiveSession session =
        team.plan(
            Map.of(
                "plannedAt",
                "2027-01-01T23:30:00Z",
                "timeZone",
                "Europe/Berlin",
                "expectedSize",
                8));
    change(session, "{\"title\": \"Later\"}")
        .body("plannedAt", equalTo("2027-01-01T23:30:00Z"))
        .body("heldOn", equalTo("2027-01-02"))
        .body("problem", equalTo("A problem?"))
        .body("settings.expectedSize", equalTo(8));
    change(session, "{\"timeZone\": null}").body("heldOn", equalTo("2027-01-01"));
    change(session, "{\"plannedAt\": null, \"expectedSize\": null, \"problem\": null}")
        .body("problem", equalTo(null))
        .body("plannedAt", equalTo(null))
        .body("heldOn", equalTo(null))
        .body("settings.expectedSize", equalTo(null));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"title\": \"  \"}",
        "{\"problem\": \"\\u0000\"}",
        "{\"timeZone\": \"Middle/Earth\"}",
        "{\"expectedSize\": 0}",
        "{\"templateOf\": \"0190a000-0000-7000-8000-000000000001\"}",
        "{\"showActions\": true}",
        "{\"language\": \"fr\"}",
        "{\"language\": null}",
        "{\"title\": null}",
        "{\"quietMinutes\": null}",
        "{\"anonymous\": null}",
        "{\"groupMax\": null}",
      })
  void changesOutOfBoundsAreRefused(String body) {
    LiveTeam.as(team.token)
        .body(body)
        .patch("/api/sessions/{id}", team.plan(Map.of()).id)
        .then()
        .statusCode(400)
        .contentType("application/problem+json");
  }

  /** As in a JSON merge patch. */
  @Test
  void nullRemovesWhatCanBeRemoved() {
    LiveSession session =
        team.plan(
            Map.of("problem", "Why?", "cards", List.of("A card"), "criteria", List.of("Quick")));
    change(session, "{\"problem\": null, \"cards\": null, \"criteria\": null, \"number\": null}")
        .body("problem", equalTo(null))
        .body("cards", equalTo(List.of()))
        .body("criteria", equalTo(List.of()))
        .body("title", equalTo("Session"));
  }

  private ValidatableResponse change(LiveSession session, String fields) {
    return LiveTeam.as(team.token)
        .body(fields)
        .patch("/api/sessions/{id}", session.id)
        .then()
        .statusCode(200);
  }

  @Test
  void aTemplateGivesSettingsCriteriaAndCardsUnlessTheRequestDoes() {
    LiveSession first =
        team.plan(Map.of("quietMinutes", 9, "votesPerPerson", 5, "cards", List.of("Own card")));
    team.post(Map.of("title", "Second", "templateOf", first.id, "votesPerPerson", 1))
        .statusCode(201)
        .body("problem", equalTo(null))
        .body("settings.quietMinutes", equalTo(9))
        .body("settings.votesPerPerson", equalTo(1))
        .body("criteria.text", equalTo(List.of("Cheap", "Quick")))
        .body("criteria.id", not(equalTo(first.get().getList("criteria.id"))))
        .body("cards", equalTo(List.of("Own card")));
    team.post(Map.of("title", "Third", "templateOf", UUID.randomUUID())).statusCode(404);
    new LiveTeam("Strangers")
        .post(Map.of("title", "Theirs", "templateOf", first.id))
        .statusCode(404);
  }

  @Test
  void anotherTeamNeitherReadsNorChangesTheSession() {
    LiveSession session = team.plan(Map.of());
    String stranger = new LiveTeam("Strangers").token;
    session.get(stranger).statusCode(404);
    LiveTeam.as(stranger)
        .body(Map.of("title", "Mine"))
        .patch("/api/sessions/{id}", session.id)
        .then()
        .statusCode(404);
    session.post(stranger, "/join-code", Map.of()).statusCode(404);
    given().get("/api/sessions/{id}", session.id).then().statusCode(401);
    given()
        .contentType("application/json")
        .body(Map.of("title", "x"))
        .post("/api/sessions")
        .then()
        .statusCode(401);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"title\": \"  \"}",
        "{\"title\": \"a\\nb\"}",
        "{\"title\": \"x\", \"problem\": \"\\u0000\"}",
        "{\"title\": \"x\", \"quietMinutes\": 0}",
        "{\"title\": \"x\", \"quietMinutes\": 121}",
        "{\"title\": \"x\", \"breakAfterMinutes\": 4}",
        "{\"title\": \"x\", \"votesPerPerson\": 21}",
        "{\"title\": \"x\", \"expectedSize\": 0}",
        "{\"title\": \"x\", \"groupMin\": 8}",
        "{\"title\": \"x\", \"timeZone\": \"Middle/Earth\"}",
        "{\"title\": \"x\", \"plannedAt\": \"+999999999-12-31T23:59:59Z\"}",
        "{\"title\": \"x\", \"plannedAt\": \"soon\"}",
        "{\"title\": \"x\", \"criteria\": [\"\"]}",
        "{\"title\": \"x\", \"criteria\": [null]}",
        "{\"title\": \"x\", \"cards\": [\"a\\tb\"]}",
        "{\"title\": \"x\", \"templateOf\": \"first\"}",
      })
  void fieldsOutOfBoundsAreRefused(String body) {
    team.post(body).statusCode(400).contentType("application/problem+json");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "groupMin | 8    | groupMin | must be at most groupMax, which is 7",
        "groupMax | 2    | groupMax | must be at least groupMin, which is 5",
        "plannedAt | 1999-12-31T23:59:59Z | plannedAt | must be in the years 2000 to 2999",
        "plannedAt | 3000-01-01T00:00:00Z | plannedAt | must be in the years 2000 to 2999"
      })
  void theRefusalNamesTheFieldAndItsLimit(String name, String value, String field, String message) {
    Object sent = name.startsWith("group") ? Integer.valueOf(value) : value;
    team.post(Map.of("title", "x", name, sent))
        .statusCode(400)
        .body("type", endsWith("#invalid"))
        .body("errors", equalTo(List.of(Map.of("field", field, "message", message))))
        .body("detail", equalTo(field + " " + message + "."));
  }

  @Test
  void aProblemKeepsItsLinesFromEverySystem() {
    team.post(Map.of("title", "x", "problem", "one\r\ntwo"))
        .statusCode(201)
        .body("problem", equalTo("one\ntwo"));
    team.post(Map.of("title", "x", "problem", "a \u2067b"))
        .statusCode(400)
        .body("errors[0].message", containsString("direction of writing"));
    team.post(Map.of("title", "\u200B")).statusCode(400);
  }

  @Test
  void aProblemNamesTheIndexInTheList() {
    team.post(Map.of("title", "x", "criteria", List.of("Cheap", "\u2003")))
        .statusCode(400)
        .body("errors.field", equalTo(List.of("criteria[1]")));
  }

  @Test
  void lengthsAreBounded() {
    team.post(Map.of("title", "x".repeat(201))).statusCode(400);
    team.post(Map.of("title", "x".repeat(200), "problem", "x\n".repeat(1_000))).statusCode(201);
    team.post(Map.of("title", "x", "problem", "x".repeat(2_001))).statusCode(400);
    team.post(Map.of("title", "x", "criteria", Collections.nCopies(21, "x"))).statusCode(400);
    team.post(Map.of("title", "x", "criteria", List.of("x".repeat(301)))).statusCode(400);
    team.post(Map.of("title", "x", "cards", Collections.nCopies(101, "x"))).statusCode(400);
    team.post(Map.of("title", "x", "cards", List.of("x".repeat(201)))).statusCode(400);
  }
}
