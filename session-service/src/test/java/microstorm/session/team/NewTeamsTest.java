package microstorm.session.team;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import microstorm.session.OtherSettings;
import microstorm.session.SessionServiceTest;
import org.junit.jupiter.api.Test;

@SessionServiceTest
@TestProfile(OtherSettings.class)
class NewTeamsTest {

  private static final String KEY = "a-key-of-the-client-that-nobody-else-can-guess";

  /** A repeated request is not a new team; other addresses are not affected. */
  @Test
  void anAddressCreatesALimitedNumberOfTeams() {
    create("192.0.2.1", Map.of("name", "First", "ownerKey", KEY)).statusCode(201);
    for (int team = 2; team <= OtherSettings.NEW_TEAMS; team++) {
      create("192.0.2.1", Map.of("name", "Many")).statusCode(201);
    }
    create("192.0.2.1", Map.of("name", "One more"))
        .statusCode(429)
        .header("Retry-After", notNullValue())
        .body("type", endsWith("too-many-new-teams"));
    create("192.0.2.1", Map.of("name", "First", "ownerKey", KEY)).statusCode(200);
    create("192.0.2.2", Map.of("name", "Elsewhere")).statusCode(201);
  }

  private static ValidatableResponse create(String address, Map<String, ?> team) {
    return given()
        .header("X-Forwarded-For", address)
        .contentType("application/json")
        .body(team)
        .post("/api/teams")
        .then();
  }
}
