package microstorm.session;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.util.Map;
import java.util.UUID;
import microstorm.testing.TestServers;
import org.junit.jupiter.api.Test;

/** Behind a gateway that is trusted, wrong codes are counted by the address that it names. */
@QuarkusTest
@TestProfile(OtherSettings.class)
@QuarkusTestResource(
    value = TestServers.class,
    initArgs = @ResourceArg(name = "database", value = "sessions"))
class ForwardedAddressTest {

  private static final int LIMIT = 10;

  private static int guess(UUID session, String address) {
    return given()
        .header("X-Forwarded-For", address)
        .contentType("application/json")
        .body(Map.of("joinCode", "A".repeat(22)))
        .post("/api/sessions/{id}/participants", session)
        .statusCode();
  }

  @Test
  void oneAddressIsNotPunishedForAnother() {
    UUID session = new LiveTeam("Behind").plan(Map.of()).id;
    for (int i = 1; i <= LIMIT; i++) {
      guess(session, "192.0.2.1");
    }
    assertThat(guess(session, "192.0.2.1")).isEqualTo(429);
    assertThat(guess(session, "192.0.2.2")).isEqualTo(404);
  }

  /** The control is a scheme that there is. */
  @Test
  void aSchemeThatIsNoneIsRefused() {
    assertThat(createTeam("%%%").statusCode()).isEqualTo(400);
    Response created = createTeam("https");
    assertThat(created.statusCode()).isEqualTo(201);
  }

  private static Response createTeam(String scheme) {
    return given()
        .header("X-Forwarded-Proto", scheme)
        .contentType("application/json")
        .body(Map.of("name", "Behind a gateway"))
        .post("/api/teams");
  }
}
