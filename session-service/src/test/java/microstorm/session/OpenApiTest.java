package microstorm.session;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.net.URL;
import java.util.Map;
import microstorm.testing.contract.OpenApiDrift;
import microstorm.testing.contract.OpenApiRules;
import org.junit.jupiter.api.Test;

/** The committed description of the API equals the one that the service serves. */
@SessionServiceTest
class OpenApiTest {

  @TestHTTPResource(value = "/openapi", management = true)
  URL description;

  @Test
  void theCommittedDescriptionIsUpToDate() throws IOException {
    String generated = given().get(description).then().statusCode(200).extract().asString();
    assertThat(OpenApiDrift.committed(generated)).isEqualTo(generated);
    OpenApiRules.assertComplete(generated);
  }

  /**
   * The maximum is described by hand, because the generator does not see the validation of fields
   * that may be null as well as absent.
   */
  @Test
  void anExpectedSizeIsAcceptedUpToTheDescribedMaximum() {
    int maximum =
        given()
            .queryParam("format", "json")
            .get(description)
            .path("components.schemas.ChangeSession.properties.expectedSize.maximum");
    LiveTeam team = new LiveTeam("Large");
    LiveSession session = team.plan(Map.of());
    change(session, maximum).statusCode(200);
    change(session, maximum + 1).statusCode(400);
  }

  private static ValidatableResponse change(LiveSession session, int expectedSize) {
    return LiveTeam.as(session.owner)
        .body(Map.of("expectedSize", expectedSize))
        .patch("/api/sessions/{id}", session.id)
        .then();
  }
}
