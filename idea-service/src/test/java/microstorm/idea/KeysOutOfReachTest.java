package microstorm.idea;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import java.util.UUID;
import microstorm.idea.KeysOutOfReachTest.NoKeysPublished;
import microstorm.testing.TestIssuer;
import org.junit.jupiter.api.Test;

/** While the keys cannot be read, an owner is asked to try again, not to sign in. */
@IdeaServiceTest
@TestProfile(NoKeysPublished.class)
class KeysOutOfReachTest {

  public static class NoKeysPublished implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("microstorm.http.jwks-url", "http://127.0.0.1:1/jwks.json");
    }
  }

  @Test
  void aTokenThatCannotBeCheckedIsNotReportedAsMissing() {
    String token =
        TestIssuer.sign(
            TestIssuer.claims(UUID.randomUUID(), claims -> {}), TestIssuer.newKey("some-key"));
    given()
        .auth()
        .oauth2(token)
        .get("/api/boards/{id}", UUID.randomUUID())
        .then()
        .statusCode(503)
        .header("Retry-After", "1")
        .contentType("application/problem+json")
        .body("type", equalTo("/api/problems#busy"));
  }
}
