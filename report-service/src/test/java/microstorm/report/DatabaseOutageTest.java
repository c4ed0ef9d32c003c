package microstorm.report;

import static io.restassured.RestAssured.given;
import static microstorm.testing.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Collection;
import java.util.UUID;
import microstorm.testing.DatabaseOutages;
import microstorm.testing.DatabaseOutages.Answer;
import microstorm.testing.TestIssuer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * R4: during any database failure, a client learns that the service is unavailable and when to try
 * again.
 */
@ReportServiceTest
class DatabaseOutageTest {

  private static final String LOG =
      """
      # A log

      ### Session : 1

      **Date**: May 07, 2020 - Thursday

      **Title**: Only

      - an idea
      """;

  private final UUID team = UUID.randomUUID();
  private String imported;
  private String session;

  @BeforeEach
  void importLog() {
    Response accepted = post();
    imported = accepted.path("id");
    session = accepted.path("changes[0].sessionId");
    await("the import").until(() -> get("/api/logs/imports/" + imported).statusCode() == 200);
  }

  @Test
  void everyAnswerSucceedsOrNamesATimeToTryAgain() {
    Collection<Answer> answers =
        new DatabaseOutages("reports")
            .request("import a log", this::post)
            .request("read an import", () -> get("/api/logs/imports/" + imported))
            .request("export the log", () -> owner().accept("text/markdown").get("/api/logs"))
            .request("list reports", () -> get("/api/reports"))
            .cause();
    // imports that the outages delay count in the client's share
    assertThat(answers)
        .allMatch(answer -> answer.isSuccess() || answer.isUnavailable() || answer.isOverShare());
    assertThat(answers).anyMatch(Answer::isUnavailable);
  }

  private RequestSpecification owner() {
    return given().auth().oauth2(TestIssuer.ownerOf(team));
  }

  private Response get(String path) {
    return owner().get(path);
  }

  private Response post() {
    return owner().contentType("text/markdown").body(LOG).post("/api/logs");
  }
}
