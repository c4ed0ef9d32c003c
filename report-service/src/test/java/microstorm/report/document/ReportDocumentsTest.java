package microstorm.report.document;

import static io.restassured.RestAssured.given;
import static microstorm.testing.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.response.Response;
import java.util.List;
import java.util.UUID;
import microstorm.report.LiveSession;
import microstorm.report.ReportServiceTest;
import microstorm.testing.TestIssuer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The forms of a report over HTTP, for a session held here. */
@ReportServiceTest
class ReportDocumentsTest {

  /** The owner of an action has a name in an anonymous session, too. */
  private static final String LISTED = "<li dir=\"auto\">Participant 1</li>";

  private static final String REPORT = "/api/reports/{id}";

  private final LiveSession live = new LiveSession();

  @BeforeEach
  void holdASession() {
    live.quiet();
    live.publish("sharing-started", LiveSession.sample("sharing-started"));
    live.publishIdea("shared", live.ideaEvent("shared").put("text", "=Words of *somebody*"));
    live.outcome();
    live.publish("closing", LiveSession.sample("closing"));
  }

  private void close() {
    live.close(1);
    await().until(() -> live.report().getBoolean("complete"));
  }

  private Response ask(String format) {
    return given()
        .auth()
        .oauth2(TestIssuer.ownerOf(live.team))
        .queryParam("format", format)
        .get(REPORT, live.session);
  }

  @ParameterizedTest
  @CsvSource({
    "json,application/json,inline,.json",
    "markdown,text/markdown,attachment,.md",
    "html,text/html,inline,.html",
    "pdf,application/pdf,inline,.pdf",
    "csv,text/csv,attachment,ideas.csv"
  })
  void eachFormHasItsTypeItsNameAndItsTag(
      String format, String type, String disposition, String end) {
    close();
    Response asked = ask(format);
    assertThat(asked.statusCode()).isEqualTo(200);
    assertThat(asked.contentType()).startsWith(type);
    assertThat(asked.header("Vary")).contains("Accept");
    assertThat(asked.header("Content-Disposition"))
        .startsWith(disposition + "; filename=\"2026-01-02 Title")
        .contains(end + "\"");
    assertThat(asked.header("Report-Missing")).isNull();
    Response negotiated =
        given()
            .auth()
            .oauth2(TestIssuer.ownerOf(live.team))
            .accept(type)
            .header("If-None-Match", asked.header("ETag"))
            .get(REPORT, live.session);
    assertThat(negotiated.statusCode()).as("the same by Accept").isEqualTo(304);
    assertThat(negotiated.asByteArray()).isEmpty();
  }

  @Test
  void whoAcceptsEverythingGetsJson() {
    close();
    for (String accepted : List.of("*/*", " */* ", "")) {
      given()
          .auth()
          .oauth2(TestIssuer.ownerOf(live.team))
          .header("Accept", accepted)
          .get(REPORT, live.session)
          .then()
          .statusCode(200)
          .contentType("application/json");
    }
  }

  @Test
  void theFormatTakesPrecedenceOverABrowsersAccept() {
    close();
    given()
        .auth()
        .oauth2(TestIssuer.ownerOf(live.team))
        .accept("text/html,application/xhtml+xml,*/*;q=0.8")
        .get(REPORT + "?format=pdf", live.session)
        .then()
        .statusCode(200)
        .contentType("application/pdf");
    ask("docx").then().statusCode(400).body("errors[0].field", equalTo("format"));
    given()
        .auth()
        .oauth2(TestIssuer.ownerOf(live.team))
        .get(REPORT + "?format=csv&table=people", live.session)
        .then()
        .statusCode(400)
        .body("errors[0].field", equalTo("table"));
  }

  @Test
  void thePageHasAStrictPolicy() {
    close();
    ask("html")
        .then()
        .header("Content-Security-Policy", startsWith("default-src 'none'; style-src 'sha256-"))
        .header("Content-Security-Policy", containsString("frame-ancestors 'none'"))
        .body(containsString("=Words of <em>somebody</em>"));
  }

  @Test
  void theTablesAreSafeForSpreadsheets() {
    close();
    assertThat(ask("csv").asString()).contains("'=Words of *somebody*");
    assertThat(
            given()
                .auth()
                .oauth2(TestIssuer.ownerOf(live.team))
                .get(REPORT + "?format=csv&table=actions", live.session)
                .asString())
        .contains("due_on", "done");
  }

  @Test
  void anAnonymousSessionGivesNoNames() {
    close();
    assertThat(ask("html").asString())
        .contains("The session was anonymous: 1 person took part.")
        .doesNotContain(LISTED);
    ObjectNode named = LiveSession.sample("changed");
    named.put("teamId", live.team.toString()).putNull("logRevision").put("participants", 2);
    ((ObjectNode) named.get("settings")).put("anonymous", false);
    live.publish("changed", named);
    await().until(() -> ask("html").asString().contains(LISTED));
  }

  @ParameterizedTest
  @CsvSource({"markdown", "html", "pdf", "csv"})
  void anIncompleteReportSaysWhatIsMissing(String format) {
    await().until(() -> live.report().getString("phase").equals("closing"));
    Response asked = ask(format);
    assertThat(asked.statusCode()).isEqualTo(200);
    assertThat(asked.header("Report-Missing")).isEqualTo("end, board");
    assertThat(asked.header("Content-Disposition")).contains("(incomplete)");
    assertThat(live.report().getList("missing.part")).containsExactly("end", "board");
    close();
    assertThat(ask(format).header("Report-Missing")).as("control").isNull();
    assertThat(live.report().getList("missing")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"json", "markdown", "html", "pdf", "csv"})
  void nobodyElseMayReadAnyForm(String format) {
    close();
    given()
        .auth()
        .oauth2(TestIssuer.ownerOf(UUID.randomUUID()))
        .queryParam("format", format)
        .get(REPORT, live.session)
        .then()
        .statusCode(404);
    given().queryParam("format", format).get(REPORT, live.session).then().statusCode(401);
  }
}
