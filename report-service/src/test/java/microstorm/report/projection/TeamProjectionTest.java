package microstorm.report.projection;

import static io.restassured.RestAssured.given;
import static microstorm.testing.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import microstorm.report.OtherServices;
import microstorm.report.ReportServiceTest;
import microstorm.testing.TestEvents;
import microstorm.testing.TestIssuer;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** The names of teams, and the access of their members. */
@ReportServiceTest
class TeamProjectionTest {

  @Inject Jdbi database;

  private final UUID team = UUID.randomUUID();

  private void publish(String type, ObjectNode event) {
    event.put("teamId", team.toString());
    TestEvents.publish("session.events", UUID.randomUUID(), type, team, event.toString());
  }

  private static Response reports(String token) {
    return given().auth().oauth2(token).get("/api/reports");
  }

  private String member(UUID key) {
    return TestIssuer.token(
        team,
        claims -> {
          claims.setStringListClaim("groups", List.of("member"));
          claims.setStringClaim("key", key.toString());
        });
  }

  @Test
  void aTeamHasItsNewName() {
    String created = "microstorm.team.created.v1";
    publish(created, OtherServices.sessionEvent(created));
    String changed = "microstorm.team.changed.v1";
    publish(changed, OtherServices.sessionEvent(changed).put("name", "New name"));
    await().until(() -> names().equals(List.of("New name")));
  }

  @Test
  void membersReadAndImportUntilTheirKeyIsRevoked() {
    UUID key = UUID.randomUUID();
    String revoked = member(key);
    String valid = member(UUID.randomUUID());
    assertThat(reports(revoked).statusCode()).isEqualTo(200);
    given().auth().oauth2(revoked).get("/api/logs").then().statusCode(200);
    given()
        .auth()
        .oauth2(revoked)
        .contentType("text/markdown")
        .body("no log")
        .post("/api/logs")
        .then()
        .statusCode(422);

    String type = "microstorm.team.key-revoked.v1";
    publish(
        type,
        OtherServices.sessionEvent(type)
            .put("keyId", key.toString())
            .put("revokedAt", Instant.now().toString()));
    await().until(() -> reports(revoked).statusCode() == 401);
    assertThat(reports(valid).statusCode()).isEqualTo(200);
  }

  private List<String> names() {
    return database.withHandle(
        handle ->
            handle.select("select name from team where id = ?", team).mapTo(String.class).list());
  }
}
