package microstorm.idea;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Pages of the configured origins may read answers, and no others. */
@IdeaServiceTest
@TestProfile(OtherSettings.class)
class CrossOriginTest {

  private static final String ALLOWED = "https://board.example.com";
  private static final String OTHER = "https://other.example.com";
  private static final String ALLOW_ORIGIN = "Access-Control-Allow-Origin";

  private static ValidatableResponse board(String origin) {
    return given()
        .header("Origin", origin)
        .get("/api/boards/{id}", UUID.randomUUID())
        .then()
        .statusCode(401);
  }

  private static ValidatableResponse preflight(String origin) {
    return given()
        .header("Origin", origin)
        .header("Access-Control-Request-Method", "PATCH")
        .header("Access-Control-Request-Headers", "authorization,content-type,edit-key")
        .options("/api/boards/{id}/ideas", UUID.randomUUID())
        .then();
  }

  @Test
  void aPageOfAnAllowedOriginReadsAnswersAndRefusals() {
    board(ALLOWED)
        .header(ALLOW_ORIGIN, ALLOWED)
        .header("Access-Control-Expose-Headers", containsString("Retry-After"))
        .header("Access-Control-Allow-Credentials", nullValue());
    board("http://localhost:3000").header(ALLOW_ORIGIN, "http://localhost:3000");
  }

  @Test
  void aPreflightNamesTheMethodsAndHeaders() {
    preflight(ALLOWED)
        .statusCode(204)
        .header(ALLOW_ORIGIN, ALLOWED)
        .header("Access-Control-Allow-Methods", containsString("PATCH"))
        .header("Access-Control-Allow-Headers", containsString("Edit-Key"));
  }

  /** The request itself is handled as before: it may come from the service's own page. */
  @Test
  void aPageOfAnotherOriginReadsNothing() {
    board(OTHER).header(ALLOW_ORIGIN, nullValue()).header("Vary", containsString("Origin"));
    preflight(OTHER).header(ALLOW_ORIGIN, nullValue());
    board("null").header(ALLOW_ORIGIN, nullValue());
    board(ALLOWED + ".evil.example").header(ALLOW_ORIGIN, nullValue());
  }
}
