package microstorm.session.team;

import static io.restassured.RestAssured.given;
import static microstorm.testing.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;

import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import microstorm.session.SessionServiceTest;
import microstorm.testing.TestEvents;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@SessionServiceTest
class TeamTest {

  private static final String KEY = "[A-Za-z0-9_-]{43}";

  @Inject DataSource database;

  private static ValidatableResponse create(Map<String, ?> body) {
    return given().contentType("application/json").body(body).post("/api/teams").then();
  }

  private static ValidatableResponse token(String slug, String key) {
    return given()
        .contentType("application/json")
        .body(Map.of("ownerKey", key))
        .post("/api/teams/{slug}/tokens", slug)
        .then();
  }

  @Test
  void theEventOfANewTeamHasNoKey() {
    JsonPath team =
        create(Map.of("name", "Café Größe"))
            .statusCode(201)
            .body("slug", matchesPattern("cafe-gro-e(-\\w+)?"))
            .body("ownerKey", matchesPattern(KEY))
            .extract()
            .jsonPath();
    UUID id = team.getUUID("id");
    await().until(() -> !TestEvents.read("session.events", id).isEmpty());
    List<TestEvents.Event> events = TestEvents.read("session.events", id);
    assertThat(events).hasSize(1);
    assertThat(events.get(0).type()).isEqualTo("microstorm.team.created.v1");
    assertThat(events.get(0).payload().get("slug").asText()).isEqualTo(team.getString("slug"));
    assertThat(events.get(0).payload().toString()).doesNotContain(team.getString("ownerKey"));
  }

  @Test
  void theOwnerKeyIsStoredAsAHashOnly() throws Exception {
    String key = create(Map.of("name", "Hashed")).extract().path("ownerKey");
    try (var connection = database.getConnection();
        var statement =
            connection.prepareStatement("select count(*) from team where team::text like ?")) {
      statement.setString(1, "%" + key + "%");
      var rows = statement.executeQuery();
      rows.next();
      assertThat(rows.getInt(1)).isZero();
    }
  }

  @Test
  void anOwnersTokenGivesAccessToTheTeam() {
    JsonPath team = create(Map.of("name", "Tokens")).extract().jsonPath();
    String token =
        token(team.getString("slug"), team.getString("ownerKey"))
            .statusCode(200)
            .body("expiresAt", notNullValue())
            .extract()
            .path("token");
    given()
        .auth()
        .oauth2(token)
        .get("/api/sessions")
        .then()
        .statusCode(200)
        .body("items.size()", equalTo(0));
  }

  @Test
  void aWrongKeyAndAnAbsentTeamGetTheSameAnswer() {
    JsonPath team = create(Map.of("name", "Guessed")).extract().jsonPath();
    String absent =
        token("no-such-team", team.getString("ownerKey")).statusCode(401).extract().asString();
    String wrong =
        token(team.getString("slug"), "A".repeat(43)).statusCode(401).extract().asString();
    assertThat(wrong.replace(team.getString("slug"), "?"))
        .isEqualTo(absent.replace("no-such-team", "?"));
  }

  @Test
  void aRepeatedRequestWithItsKeyFindsTheSameTeam() {
    String key = UUID.randomUUID().toString().repeat(2);
    JsonPath first =
        create(Map.of("name", "Again", "ownerKey", key)).statusCode(201).extract().jsonPath();
    create(Map.of("name", "Again", "ownerKey", key))
        .statusCode(200)
        .body("id", equalTo(first.getString("id")))
        .body("slug", equalTo(first.getString("slug")));
    create(Map.of("name", "Another", "ownerKey", key))
        .statusCode(409)
        .body("type", equalTo("/api/problems#owner-key-in-use"));
  }

  @Test
  void teamsCreatedConcurrentlyHaveDifferentSlugs() throws Exception {
    ExecutorService clients = Executors.newFixedThreadPool(8);
    try {
      Callable<String> call = () -> create(Map.of("name", "Rush")).extract().path("slug");
      List<Future<String>> slugs =
          clients.invokeAll(IntStream.range(0, 16).mapToObj(i -> call).toList());
      assertThat(slugs).extracting(Future::get).doesNotHaveDuplicates();
    } finally {
      clients.shutdownNow();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"name\": \"\"}",
        "{\"name\": \"   \"}",
        "{\"name\": \"a\\u0000b\"}",
        "{\"name\": \"a\\ud800b\"}",
        "{\"name\": \"x\", \"ownerKey\": \"short\"}",
      })
  void aProblemNamesTheInvalidFields(String body) {
    given()
        .contentType("application/json")
        .body(body)
        .post("/api/teams")
        .then()
        .statusCode(400)
        .contentType("application/problem+json")
        .body("type", equalTo("/api/problems#invalid"))
        .body("errors.field", hasItem(notNullValue()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "application/json | {\"name\": 5} | 400",
        "application/json | {\"name\": [[]]} | 400",
        "application/json | {\"name\": \"x\", \"admin\": true} | 400",
        "application/json | {\"name\": | 400",
        "application/json | [] | 400",
        "application/json | null | 400",
        "text/plain | hello | 415",
      })
  void otherBodiesAreProblems(String type, String body, int status) {
    given()
        .contentType(type)
        .body(body)
        .post("/api/teams")
        .then()
        .statusCode(status)
        .contentType("application/problem+json")
        .body("status", equalTo(status))
        .body("instance", equalTo("/api/teams"));
  }

  @Test
  void aBodyBeyondTheLimitIsRefused() {
    given()
        .contentType("application/json")
        .body("{\"name\": \"" + "x".repeat(100_000) + "\"}")
        .post("/api/teams")
        .then()
        .statusCode(413)
        .contentType("application/problem+json");
  }

  @Test
  void deepJsonIsRefused() {
    given()
        .contentType("application/json")
        .body("{\"name\": " + "[".repeat(1_000) + "]".repeat(1_000) + "}")
        .post("/api/teams")
        .then()
        .statusCode(400)
        .contentType("application/problem+json");
  }

  @Test
  void absentPathsAndMethodsAreProblems() {
    given().get("/api/teams").then().statusCode(405).contentType("application/problem+json");
    given().get("/api/nothing").then().statusCode(404).contentType("application/problem+json");
  }

  @Test
  void onlyPublicKeysArePublished() {
    String keys =
        given()
            .get("/api/sessions/.well-known/jwks.json")
            .then()
            .statusCode(200)
            .extract()
            .asString();
    assertThat(JsonPath.from(keys).getList("keys.kid")).isNotEmpty();
    assertThat(keys).doesNotContain("\"d\"");
  }
}
