package microstorm.report.imports;

import static io.restassured.RestAssured.given;
import static microstorm.report.imports.ImportingTeam.TWO_SESSIONS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.http.TestHTTPResource;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import microstorm.report.ReportServiceTest;
import org.junit.jupiter.api.Test;

/** Logs that cannot be imported. */
@ReportServiceTest
class RefusedLogTest {

  @TestHTTPResource("/api/logs")
  URL logs;

  private final ImportingTeam team = new ImportingTeam();

  @Test
  void aTextWithoutASessionIsRefusedWithAnExampleHeading() {
    for (String log : List.of("", "   \n\n", "# Shopping\n\n- milk\n")) {
      team.post(log)
          .statusCode(422)
          .contentType("application/problem+json")
          .body("type", equalTo("/api/problems#no-session"))
          .body("detail", containsString("### Session : 1"));
    }
  }

  @Test
  void bytesThatAreNotUtf8AreRefusedWithTheirOffset() {
    byte[] log = TWO_SESSIONS.getBytes(StandardCharsets.UTF_8);
    log[20] = (byte) 0xff;
    team.post(log, "")
        .statusCode(400)
        .contentType("application/problem+json")
        .body("detail", containsString("byte 20"));
  }

  @Test
  void logsBeyondTheLimitsAreRefused() {
    team.post(TWO_SESSIONS + "- x\n".repeat(100_000))
        .statusCode(422)
        .body("detail", containsString("5,000"));
    StringBuilder deep = new StringBuilder(TWO_SESSIONS);
    for (int level = 0; level < 1_000; level++) {
      deep.append("  ".repeat(level)).append("- x\n");
    }
    team.post(deep.toString()).statusCode(422).contentType("application/problem+json");
    team.post(TWO_SESSIONS + "x".repeat(5 << 20))
        .statusCode(413)
        .contentType("application/problem+json");
  }

  @Test
  void tooManyLinesAreRefused() {
    team.post(TWO_SESSIONS + "\n".repeat(4 << 20))
        .statusCode(422)
        .body("type", equalTo("/api/problems#too-many-lines"));
  }

  @Test
  void aLogWithoutAContentLengthIsBoundedToo() throws Exception {
    byte[] large = new byte[(5 << 20) + 1];
    Arrays.fill(large, (byte) 'x');
    HttpResponse<String> answer =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(URI.create(logs.toString()))
                    .header("Authorization", "Bearer " + team.token())
                    .header("Content-Type", "text/markdown")
                    .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large)))
                    .build(),
                BodyHandlers.ofString());
    assertThat(answer.statusCode()).isEqualTo(413);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
  }

  @Test
  void otherMediaTypesAreRefused() {
    given()
        .auth()
        .oauth2(team.token())
        .contentType("application/json")
        .body("{}")
        .post("/api/logs")
        .then()
        .statusCode(415)
        .contentType("application/problem+json");
  }
}
