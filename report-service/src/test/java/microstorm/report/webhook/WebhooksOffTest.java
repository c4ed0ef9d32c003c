package microstorm.report.webhook;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import microstorm.report.ReportServiceTest;
import org.junit.jupiter.api.Test;

/** An operator who permits no webhooks. */
@ReportServiceTest
@TestProfile(WebhooksOffTest.Off.class)
class WebhooksOffTest {

  /** The settings of such an operator. */
  public static class Off implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("microstorm.webhooks.enabled", "false");
    }
  }

  private final WebhookTeam team = new WebhookTeam();

  @Test
  void nobodyAddsAWebhookAndTheListSaysSo() {
    team.add("https://example.com/", WebhookTeam.ALL)
        .then()
        .statusCode(409)
        .body("type", endsWith("#webhooks-off"))
        .body("detail", containsString("operator"));
    team.owner().get("/api/webhooks").then().body("items", empty()).body("enabled", equalTo(false));
  }
}
