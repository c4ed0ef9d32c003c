package microstorm.report.link.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;

import io.restassured.path.json.JsonPath;
import microstorm.report.ReportServiceTest;
import microstorm.report.link.LinkedTeam;
import org.junit.jupiter.api.Test;

/** The default settings, with which nothing is checked. */
@ReportServiceTest
class LinkChecksOffTest {

  private final LinkedTeam team = new LinkedTeam();

  @Test
  void noCheckCanBeStarted() {
    team.imported(LinkedTeam.session(1, "2026-01-02", "https://example.org/"));
    team.awaitLinks(1);
    team.owner()
        .post("/api/link-checks")
        .then()
        .statusCode(409)
        .body("type", endsWith("#link-checks-off"));
    JsonPath checks = team.owner().get("/api/link-checks").jsonPath();
    assertThat(checks.getBoolean("enabled")).isFalse();
    assertThat(checks.getList("items")).isEmpty();
  }
}
