package microstorm.session.template;

import static io.restassured.RestAssured.given;
import static microstorm.testing.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import microstorm.session.LiveTeam;
import microstorm.session.SessionServiceTest;
import microstorm.testing.TestEvents;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The templates of a team, and planning from them. */
@SessionServiceTest
class TemplateTest {

  private static final Map<String, Object> RETRO =
      Map.of(
          "name",
          "Retro",
          "topics",
          List.of("Good", "Bad"),
          "criteria",
          List.of("Ours"),
          "cards",
          List.of("Why?"),
          "breaks",
          List.of(Map.of("afterMinutes", 20, "minutes", 5)),
          "settings",
          Map.of("quietMinutes", 9, "votesPerPerson", 0));

  private String slug;
  private String owner;
  private String member;

  @BeforeEach
  void create() {
    JsonPath team = post("/api/teams", Map.of("name", "Templates"));
    slug = team.getString("slug");
    String tokens = "/api/teams/" + slug + "/tokens";
    owner = post(tokens, Map.of("ownerKey", team.getString("ownerKey"))).getString("token");
    String key = send("/keys", Map.of("name", "Member", "role", "member")).extract().path("key");
    member = post(tokens, Map.of("memberKey", key)).getString("token");
  }

  private static JsonPath post(String path, Map<String, ?> body) {
    return given().contentType("application/json").body(body).post(path).jsonPath();
  }

  private ValidatableResponse send(String path, Map<String, ?> body) {
    return LiveTeam.as(owner).body(body).post("/api/teams/" + slug + path).then();
  }

  private ValidatableResponse list(String query) {
    return LiveTeam.as(member).get("/api/teams/" + slug + "/templates" + query).then();
  }

  private String path(String id) {
    return "/api/teams/" + slug + "/templates/" + id;
  }

  private String added(Map<String, ?> template) {
    return send("/templates", template).statusCode(201).extract().path("templateId");
  }

  private ValidatableResponse plan(Map<String, ?> fields) {
    Map<String, Object> plan = new HashMap<>(Map.of("title", "Planned", "problem", "Why?"));
    plan.putAll(fields);
    return LiveTeam.as(member).body(plan).post("/api/sessions").then();
  }

  private ValidatableResponse changeTeam(Map<String, ?> body) {
    return LiveTeam.as(owner).body(body).patch("/api/teams/" + slug).then();
  }

  private static JsonNode planned(String session) {
    UUID id = UUID.fromString(session);
    await().until(() -> !TestEvents.read("session.events", id).isEmpty());
    return TestEvents.read("session.events", id).get(0).payload();
  }

  @Test
  void templatesShipInTwoLanguages() {
    list("")
        .statusCode(200)
        .body("items.templateId", hasItems("idea-storm.en", "premortem.en"))
        .body("items", hasSize(5))
        .body("items.shipped", hasItems(true));
    list("?language=de").body("items.name", hasItems("Sechs Denkhüte", "Wie könnten wir"));
    list("?language=fr").statusCode(400);
    changeTeam(Map.of("language", "de")).statusCode(200).body("language", equalTo("de"));
    list("").body("items.templateId", hasItems("idea-storm.de"));
  }

  @Test
  void aPlanTakesOverWhatTheTemplateHas() {
    String id = added(RETRO);
    JsonPath session = plan(Map.of("template", id)).statusCode(201).extract().jsonPath();
    assertThat(session.getInt("settings.quietMinutes")).isEqualTo(9);
    assertThat(session.getInt("settings.votesPerPerson")).isZero();
    assertThat(session.getInt("settings.breakAfterMinutes")).as("the standard").isEqualTo(25);
    assertThat(session.getList("criteria.text")).containsExactly("Ours");
    assertThat(session.getList("cards")).containsExactly("Why?");
    assertThat(session.getList("plannedBreaks.afterMinutes")).containsExactly(20);
    assertThat(planned(session.getString("id")).path("topics"))
        .extracting(topic -> topic.path("title").asText())
        .containsExactly("Good", "Bad");
  }

  @Test
  void aSessionHasTheLanguageOfItsRequestTemplateOrTeam() {
    plan(Map.of()).statusCode(201).body("language", equalTo("en"));
    changeTeam(Map.of("language", "de")).statusCode(200);
    String session =
        plan(Map.of()).statusCode(201).body("language", equalTo("de")).extract().path("id");
    assertThat(planned(session).path("language").asText()).isEqualTo("de");
    plan(Map.of("template", "premortem.en")).body("language", equalTo("en"));
    plan(Map.of("template", "premortem.en", "language", "de")).body("language", equalTo("de"));
    plan(Map.of("templateOf", session)).body("language", equalTo("de"));
    plan(Map.of("language", "fr")).statusCode(400);
    LiveTeam.as(owner)
        .get("/api/sessions/{id}/cards", session)
        .then()
        .body("items.title", hasItems("Grenzen: mit weniger, mit mehr, ohne"));
  }

  @Test
  void theRequestIsStrongerThanItsTemplate() {
    String id = added(RETRO);
    Map<String, Object> own = new HashMap<>();
    own.put("template", id);
    own.put("topics", List.of(" Only this "));
    own.put("criteria", List.of("Another"));
    own.put("breaks", List.of());
    own.put("quietMinutes", 3);
    JsonPath session = plan(own).statusCode(201).extract().jsonPath();
    assertThat(session.getInt("settings.quietMinutes")).isEqualTo(3);
    assertThat(session.getList("criteria.text")).containsExactly("Another");
    assertThat(session.getList("plannedBreaks")).isEmpty();
    assertThat(planned(session.getString("id")).path("topics").findValuesAsText("title"))
        .containsExactly("Only this");
  }

  @Test
  void everyPlanOfTheTeamBeginsWithItsDefaultTemplate() {
    String id = added(RETRO);
    changeTeam(Map.of("defaultTemplate", id)).statusCode(200).body("defaultTemplate", equalTo(id));
    plan(Map.of())
        .body("settings.quietMinutes", equalTo(9))
        .body("criteria.text", contains("Ours"));
    plan(Map.of("template", "six-thinking-hats.en"))
        .body("settings.quietMinutes", equalTo(12))
        .body("settings.votesPerPerson", equalTo(3))
        .body("plannedBreaks.afterMinutes", contains(25));
    plan(Map.of("template", added(Map.of("name", "No criteria", "criteria", List.of()))))
        .body("criteria", empty())
        .body("settings.quietMinutes", equalTo(9));

    changeTeam(Map.of("defaultTemplate", "no-such-template")).statusCode(400);
    LiveTeam.as(owner).delete(path(id)).then().statusCode(204);
    LiveTeam.as(owner).get("/api/teams/" + slug).then().body("defaultTemplate", nullValue());
    plan(Map.of()).body("settings.quietMinutes", equalTo(5));
    changeTeam(Map.of("defaultTemplate", "premortem.de")).statusCode(200);
    changeTeam(Collections.singletonMap("defaultTemplate", null))
        .statusCode(200)
        .body("defaultTemplate", nullValue());
  }

  @Test
  void theBreaksOfThePlanAreScheduledWhenTheQuietPhaseBegins() {
    JsonPath session = plan(Map.of("template", added(RETRO))).statusCode(201).extract().jsonPath();
    String id = session.getString("id");
    assertThat(session.getList("scheduledBreaks")).isEmpty();
    for (String phase : List.of("lobby", "quiet")) {
      LiveTeam.as(member)
          .body(Map.of("to", phase))
          .post("/api/sessions/" + id + "/phase")
          .then()
          .statusCode(200);
    }
    JsonPath running = LiveTeam.as(member).get("/api/sessions/" + id).jsonPath();
    Instant began = Instant.parse(running.getString("since"));
    assertThat(running.getString("scheduledBreaks[0].startsAt"))
        .isEqualTo(began.plus(Duration.ofMinutes(20)).toString());
    assertThat(running.getList("scheduledBreaks")).hasSize(1);
  }

  @Test
  void membersChangeTemplatesAndOwnersDeleteThem() {
    String id = added(RETRO);
    LiveTeam.as(member)
        .body(Map.of("name", "Retro", "description", " Looks back. "))
        .put(path(id))
        .then()
        .statusCode(200)
        .body("description", equalTo("Looks back."))
        .body("topics", nullValue());
    LiveTeam.as(member).get(path(id)).then().body("name", equalTo("Retro"));
    LiveTeam.as(member).delete(path(id)).then().statusCode(403);
    LiveTeam.as(owner).delete(path(id)).then().statusCode(204);
    LiveTeam.as(owner).delete(path(id)).then().statusCode(204);
    LiveTeam.as(member).get(path(id)).then().statusCode(404);
    LiveTeam.as(member).body(Map.of("name", "x")).put(path(id)).then().statusCode(404);
    plan(Map.of("template", id)).statusCode(404);
  }

  @Test
  void aNameIsUsedOnceAndShippedTemplatesStay() {
    added(RETRO);
    send("/templates", RETRO).statusCode(409).body("type", endsWith("template-name-in-use"));
    String other = added(Map.of("name", "Other"));
    LiveTeam.as(owner).body(Map.of("name", " Retro ")).put(path(other)).then().statusCode(409);
    LiveTeam.as(owner)
        .body(Map.of("name", "Mine"))
        .put(path("premortem.en"))
        .then()
        .statusCode(409)
        .body("type", endsWith("template-shipped"));
    LiveTeam.as(owner).delete(path("premortem.en")).then().statusCode(409);
  }

  @Test
  void anotherTeamsTemplateLooksAbsent() {
    String foreign = added(RETRO);
    create();
    LiveTeam.as(owner).get(path(foreign)).then().statusCode(404);
    LiveTeam.as(owner).delete(path(foreign)).then().statusCode(204);
    plan(Map.of("template", foreign)).statusCode(404);
    changeTeam(Map.of("defaultTemplate", foreign)).statusCode(400);
  }

  @Test
  void limitsAreNamed() {
    for (Map<String, Object> wrong :
        List.<Map<String, Object>>of(
            Map.of("name", "x", "topics", Collections.nCopies(51, "t")),
            Map.of("name", "x", "topics", List.of("t".repeat(201))),
            Map.of("name", "x", "cards", Collections.nCopies(101, "c")),
            Map.of("name", "x", "language", "fr"),
            Map.of("name", "x", "settings", Map.of("quietMinutes", 0)),
            Map.of("name", "x", "settings", Map.of("groupMin", 8)),
            Map.of("name", "x", "breaks", List.of(Map.of("afterMinutes", 0, "minutes", 5))),
            Map.of("name", "n".repeat(101)),
            Map.of("topics", List.of("t")))) {
      send("/templates", wrong).statusCode(400);
    }
    plan(Map.of("template", "premortem.en", "templateOf", UUID.randomUUID())).statusCode(400);
    plan(Map.of("topics", Collections.nCopies(51, "t"))).statusCode(400);
    plan(Map.of("template", "no-such-template")).statusCode(404);
  }
}
