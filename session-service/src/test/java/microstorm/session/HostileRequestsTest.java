package microstorm.session;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.ValidatableResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import microstorm.testing.HostileRequests;
import org.junit.jupiter.api.Test;

@SessionServiceTest
class HostileRequestsTest extends HostileRequests {

  HostileRequestsTest() {
    super("/api/sessions/%s", 10_000, new RefusedPost("/api/teams", "application/json", "", 400));
  }

  private static ValidatableResponse createTeam(byte[] body) {
    return given().contentType("application/json").body(body).post("/api/teams").then();
  }

  /** The JSON parser would accept such bodies: see Utf8Test in the module web. */
  @Test
  void jsonThatIsNotUtf8IsRefused() {
    String team = "{\"name\": \"A team\"}";
    for (String charset : List.of("UTF-16", "UTF-16BE", "UTF-16LE", "UTF-32BE", "UTF-32LE")) {
      createTeam(team.getBytes(Charset.forName(charset))).statusCode(400);
    }
    byte[] overlong = "{\"name\": \"a\u00C0\u00AFb\"}".getBytes(StandardCharsets.ISO_8859_1);
    assertThat(createTeam(overlong).statusCode(400).extract().asString())
        .contains("/api/problems#unreadable")
        .contains("The body is not valid UTF-8. Send the JSON in UTF-8.");
    createTeam(team.getBytes(StandardCharsets.UTF_8)).statusCode(201);
  }
}
