package microstorm.idea;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import java.io.IOException;
import java.net.URL;
import microstorm.testing.contract.OpenApiDrift;
import microstorm.testing.contract.OpenApiRules;
import org.junit.jupiter.api.Test;

/** The committed description of the API equals the one that the service serves. */
@IdeaServiceTest
class OpenApiTest {

  @TestHTTPResource(value = "/openapi", management = true)
  URL description;

  @Test
  void theCommittedDescriptionIsUpToDate() throws IOException {
    String generated = given().get(description).then().statusCode(200).extract().asString();
    assertThat(OpenApiDrift.committed(generated)).isEqualTo(generated);
    OpenApiRules.assertComplete(generated);
  }
}
