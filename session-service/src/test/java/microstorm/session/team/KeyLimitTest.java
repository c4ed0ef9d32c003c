package microstorm.session.team;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.endsWith;

import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import java.util.UUID;
import microstorm.session.LiveTeam;
import microstorm.session.OtherSettings;
import microstorm.session.SessionServiceTest;
import org.junit.jupiter.api.Test;

@SessionServiceTest
@TestProfile(OtherSettings.class)
class KeyLimitTest {

  private String slug;
  private String owner;

  @Test
  void aTeamHasALimitedNumberOfKeys() {
    JsonPath created = json(Map.of("name", "Limited"), "/api/teams");
    slug = created.getString("slug");
    Map<String, String> proof = Map.of("ownerKey", created.getString("ownerKey"));
    owner = json(proof, "/api/teams/" + slug + "/tokens").getString("token");

    UUID last = null;
    for (int key = 1; key < OtherSettings.KEYS; key++) {
      last = add().statusCode(201).extract().jsonPath().getUUID("keyId");
    }
    add().statusCode(409).body("type", endsWith("too-many-keys"));
    LiveTeam.as(owner).delete("/api/teams/{slug}/keys/{key}", slug, last).then().statusCode(204);
    add().statusCode(201);
  }

  private ValidatableResponse add() {
    return LiveTeam.as(owner)
        .body(Map.of("name", "Member", "role", "member"))
        .post("/api/teams/{slug}/keys", slug)
        .then();
  }

  private static JsonPath json(Map<String, ?> body, String path) {
    return given().contentType("application/json").body(body).post(path).jsonPath();
  }
}
