package microstorm.report.webhook;

import static org.hamcrest.Matchers.containsString;

import microstorm.report.ReportServiceTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Without settings, an address of a private network or without encryption is refused. */
@ReportServiceTest
class DefaultNetworksTest {

  @ParameterizedTest
  @CsvSource({
    "https://127.0.0.1/, public internet",
    "https://localhost/, public internet",
    "http://127.0.0.1/, https://"
  })
  void isRefused(String url, String reason) {
    new WebhookTeam()
        .add(url, WebhookTeam.ALL)
        .then()
        .statusCode(400)
        .body("errors[0].message", containsString(reason));
  }
}
