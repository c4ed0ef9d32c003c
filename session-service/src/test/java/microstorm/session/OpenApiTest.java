package microstorm.session;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URL;
import java.util.Map;
import microstorm.testing.OpenApiDrift;
import microstorm.testing.TestServers;
import org.junit.jupiter.api.Test;

/** The committed description of the API equals the one that the service serves. */
@QuarkusTest
@QuarkusTestResource(
    value = TestServers.class,
    initArgs = @ResourceArg(name = "database", value = "sessions"))
class OpenApiTest {

  @TestHTTPResource(value = "/openapi", management = true)
  URL description;

  @Test
  void theCommittedDescriptionIsUpToDate() throws IOException {
    String generated = given().get(description).then().statusCode(200).extract().asString();
    assertThat(OpenApiDrift.committed(generated)).isEqualTo(generated);
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
            .path("components.schemas.PlanSession.properties.expectedSize.maximum");
    LiveTeam team = new LiveTeam("Large");
    team.post(Map.of("title", "Full", "expectedSize", maximum)).statusCode(201);
    team.post(Map.of("title", "Too full", "expectedSize", maximum + 1)).statusCode(400);
  }
}
