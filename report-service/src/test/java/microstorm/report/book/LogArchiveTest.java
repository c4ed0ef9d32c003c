package microstorm.report.book;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import microstorm.report.ReportServiceTest;
import org.junit.jupiter.api.Test;

/** The log book as JSON and as files, and the filters of the list and of every export. */
@ReportServiceTest
class LogArchiveTest {

  private final ReportedTeam team = new ReportedTeam();

  private String log(String type, String parameters) {
    return team.owner()
        .accept(type)
        .urlEncodingEnabled(false)
        .get("/api/logs" + parameters)
        .then()
        .statusCode(200)
        .contentType(type)
        .extract()
        .asString();
  }

  private List<String> listed(String parameters) {
    return team.owner()
        .urlEncodingEnabled(false)
        .get("/api/reports" + parameters)
        .jsonPath()
        .getList("items.title");
  }

  private Map<String, String> files(String parameters) throws IOException {
    byte[] zip =
        team.owner()
            .accept("application/zip")
            .urlEncodingEnabled(false)
            .get("/api/logs" + parameters)
            .then()
            .statusCode(200)
            .contentType("application/zip")
            .extract()
            .asByteArray();
    Map<String, String> files = new LinkedHashMap<>();
    try (ZipInputStream input = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (ZipEntry entry = input.getNextEntry(); entry != null; entry = input.getNextEntry()) {
        files.put(entry.getName(), new String(input.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    return files;
  }

  @Test
  void aZipHasTheLogEachReportAndAnIndex() throws IOException {
    UUID first = team.projected("../Ünder: cheaper lunch!", "2026-01-02");
    team.projected(null, null);
    Map<String, String> files = files("");
    assertThat(files)
        .containsOnlyKeys(
            "log.md",
            "sessions/0001.md",
            "sessions/0001.json",
            "sessions/0002-2026-01-02-nder-cheaper-lunch.md",
            "sessions/0002-2026-01-02-nder-cheaper-lunch.json",
            "index.json");
    assertThat(files.get("log.md")).isEqualTo(log("text/markdown", "")).contains("cheaper lunch");
    String json = team.owner().get("/api/reports/{id}", first).asString();
    assertThat(files.get("sessions/0002-2026-01-02-nder-cheaper-lunch.json")).isEqualTo(json);
    String markdown =
        team.owner().accept("text/markdown").get("/api/reports/{id}", first).asString();
    assertThat(files.get("sessions/0002-2026-01-02-nder-cheaper-lunch.md")).isEqualTo(markdown);
    JsonPath index = new JsonPath(files.get("index.json"));
    assertThat(index.getString("sessions[1].sessionId")).isEqualTo(first.toString());
    assertThat(files).containsKeys(index.getString("log"), index.getString("sessions[0].report"));
  }

  @Test
  void withoutAPreferenceTheLogIsMarkdown() {
    team.projected("Lunch", "2026-01-02");
    for (String accept : List.of("*/*", "text/html, */*;q=0.8")) {
      team.owner()
          .accept(accept)
          .get("/api/logs")
          .then()
          .statusCode(200)
          .contentType("text/markdown");
    }
    team.owner().accept("image/png").get("/api/logs").then().statusCode(406);
  }

  @Test
  void theJsonHasTheReportsOfTheLog() {
    UUID id = team.projected("Lunch", "2026-01-02");
    new ReportedTeam().projected("Of another team", "2026-01-02");
    JsonPath all = new JsonPath(log("application/json", ""));
    assertThat(all.getList("items.sessionId")).containsExactly(id.toString());
    assertThat(all.getMap("items[0]"))
        .isEqualTo(team.owner().get("/api/reports/{id}", id).jsonPath().getMap(""));
  }

  @Test
  void theSameFiltersSelectWhatIsListedAndExported() throws IOException {
    team.projected("Cheaper lunch", "2025-12-31");
    team.projected("Quieter room", "2026-01-01");
    team.projected("Undated 100%_", null);
    Map<String, List<String>> expected =
        Map.of(
            "heldFrom=2026-01-01", List.of("Quieter room"),
            "heldUntil=2025-12-31", List.of("Cheaper lunch"),
            "title=LUNCH", List.of("Cheaper lunch"),
            "title=%25_", List.of("Undated 100%_"),
            "title=c_eaper", List.of(),
            "person=participant%201&title=room", List.of("Quieter room"),
            "person=nobody", List.of(),
            "topic=TOPIC&heldFrom=2025-01-01&heldUntil=2025-12-31", List.of("Cheaper lunch"),
            "topic=other", List.of());
    for (Map.Entry<String, List<String>> one : expected.entrySet()) {
      String filter = "?" + one.getKey();
      assertThat(listed(filter)).as(filter).isEqualTo(one.getValue());
      assertThat(new JsonPath(log("application/json", filter)).getList("items.title"))
          .as(filter)
          .isEqualTo(one.getValue());
      assertThat(files(filter)).as(filter).hasSize(2 + 2 * one.getValue().size());
      String markdown = log("text/markdown", filter);
      assertThat(markdown.contains("Quieter room"))
          .as(filter)
          .isEqualTo(one.getValue().contains("Quieter room"));
    }
    for (String wrong : List.of("title=", "heldFrom=2026-13-01", "topic=" + "x".repeat(201))) {
      team.owner().get("/api/reports?" + wrong).then().statusCode(400);
      team.owner().accept("application/zip").get("/api/logs?" + wrong).then().statusCode(400);
    }
  }

  /** The tag of the whole log is not that of a part of it. */
  @Test
  void anExportIsRevalidatedWithItsFilter() {
    team.projected("Lunch", "2026-01-02");
    String all = team.owner().accept("text/markdown").get("/api/logs").header("ETag");
    assertThat(
            team.owner()
                .accept("text/markdown")
                .header("If-None-Match", all)
                .get("/api/logs")
                .statusCode())
        .isEqualTo(304);
    assertThat(
            team.owner()
                .accept("text/markdown")
                .header("If-None-Match", all)
                .get("/api/logs?title=other")
                .statusCode())
        .isEqualTo(200);
  }
}
