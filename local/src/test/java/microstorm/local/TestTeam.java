package microstorm.local;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Uses a team of the running system over HTTP, as its owner. */
public final class TestTeam {

  private final String base;

  private final String token;

  private TestTeam(String base, String token) {
    this.base = base;
    this.token = token;
  }

  public static TestTeam of(LocalSystem system) {
    return at(system.baseUrl().toString());
  }

  public static TestTeam at(String base) {
    JsonPath team =
        given()
            .contentType("application/json")
            .body(Map.of("name", "Team " + UUID.randomUUID()))
            .post(base + "/api/teams")
            .then()
            .statusCode(201)
            .extract()
            .jsonPath();
    String token =
        given()
            .contentType("application/json")
            .body(Map.of("ownerKey", team.getString("ownerKey")))
            .post(base + "/api/teams/{slug}/tokens", team.getString("slug"))
            .then()
            .statusCode(200)
            .extract()
            .path("token");
    return new TestTeam(base, token);
  }

  public RequestSpecification owner() {
    return given().baseUri(base).auth().oauth2(token);
  }

  /** Imports a log, and returns the path of the import's status. */
  public String post(byte[] log) {
    return owner()
        .contentType("text/markdown")
        .body(log)
        .post("/api/logs")
        .then()
        .statusCode(202)
        .extract()
        .header("Location");
  }

  public JsonPath status(String location) {
    return owner().get(location).then().statusCode(200).extract().jsonPath();
  }

  /** Imports a log and waits until all of it can be read. */
  public JsonPath imported(byte[] log) {
    String location = post(log);
    awaitComplete(location);
    return status(location);
  }

  /** Waits until an import is complete, also while a service restarts. */
  public void awaitComplete(String location) {
    await()
        .atMost(Patience.AT_MOST)
        .pollInterval(Duration.ofMillis(200))
        .until(
            () -> {
              Response answer = owner().get(location);
              return answer.statusCode() == 200
                  && !"running".equals(answer.jsonPath().getString("state"));
            });
    assertThat(status(location).getString("state")).isEqualTo("complete");
  }

  public String export() {
    return new String(
        owner()
            .accept("text/markdown")
            .get("/api/logs")
            .then()
            .statusCode(200)
            .extract()
            .asByteArray(),
        StandardCharsets.UTF_8);
  }

  public List<String> sessions() {
    return owner()
        .get("/api/reports?limit=200")
        .then()
        .statusCode(200)
        .extract()
        .jsonPath()
        .getList("items.sessionId");
  }

  public JsonPath report(String session) {
    return owner().get("/api/reports/{id}", session).then().statusCode(200).extract().jsonPath();
  }

  public JsonPath board(String session) {
    return owner().get("/api/boards/{id}", session).then().statusCode(200).extract().jsonPath();
  }
}
