package microstorm.local.deletion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import microstorm.client.Api;
import microstorm.client.Person;
import microstorm.local.Patience;
import microstorm.local.SharedSystem;
import org.junit.jupiter.api.Test;

/** What is redacted is in no table, report, log or log file any more, and no search finds it. */
class RedactionIT {

  private static final String PLACEHOLDER = "An idea was removed by the facilitator.";

  private final Api api = SharedSystem.api();
  private final String word = "Unmistakable" + UUID.randomUUID().toString().replace("-", "");
  private final String key = UUID.randomUUID().toString() + UUID.randomUUID();
  private final String owner = api.token(api.createTeam("Team " + UUID.randomUUID(), key), key);

  private static void eventually(Callable<Boolean> condition) {
    await().atMost(Patience.AT_MOST).until(condition);
  }

  private Person join(JsonNode plan, String code, String role) {
    return Person.join(
        api, plan.path("id").asText(), plan.path(code).asText(), "The " + role, role);
  }

  private String markdown(String path) {
    return api.withHeader("Accept", "text/markdown").send("GET", path, owner).text();
  }

  private static void redact(Person leader, String idea) {
    assertThat(leader.onBoard("POST", "/ideas/" + idea + "/redact").status()).isEqualTo(204);
  }

  private boolean isFound() {
    return !api.send("GET", "/api/search?q=" + word, owner).expect(200).path("items").isEmpty();
  }

  private boolean foundNowhere() throws Exception {
    return AllTables.with(word).isEmpty();
  }

  @Test
  void redactedIdeasAreForgottenDuringTheSessionAndAfterIt() throws Exception {
    JsonNode plan =
        api.post(
                "/api/sessions",
                owner,
                Map.of("title", "Redaction", "problem", "Why?", "criteria", List.of("Simple")))
            .expect(201);
    String report = "/api/reports/" + plan.path("id").asText();
    Person author = join(plan, "joinCode", "participant");
    Person leader = join(plan, "facilitatorCode", "facilitator");
    for (String phase : List.of("lobby", "quiet")) {
      leader.inSession("/phase", Map.of("to", phase)).expect(200);
    }
    String first = author.writes("[First](https://example.org/) of " + word).path("id").asText();
    String second = author.writes("Second of " + word).path("id").asText();
    author.inSession("/ready", Map.of("ready", true)).expect(200);
    leader.inSession("/phase", Map.of("to", "sharing")).expect(200);
    leader.awaitBoard(board -> board.path("ideas").size() == 2);
    eventually(() -> api.send("GET", report, owner).text().contains("Second of " + word));
    assertThat(AllTables.with(word)).contains("ideas.idea", "reports.report_idea");

    redact(leader, first);
    leader.onBoard("POST", "/ideas/" + second + "/take-down").expect(200);
    eventually(() -> AllTables.with(word).equals(List.of("ideas.removed_idea")));
    eventually(() -> !api.send("GET", report, owner).text().contains(word));
    assertThat(api.send("GET", "/api/boards/" + plan.path("id").asText(), owner).text())
        .contains(PLACEHOLDER)
        .doesNotContain(word);
    leader.onBoard("POST", "/ideas/" + second + "/reinstate").expect(200);
    eventually(() -> api.send("GET", report, owner).text().contains("Second of " + word));

    leader.inSession("/phase", Map.of("to", "closing")).expect(202);
    eventually(() -> markdown("/api/logs").contains("Second of " + word));
    assertThat(markdown("/api/logs")).contains(PLACEHOLDER);
    eventually(this::isFound);
    redact(Person.with(api, plan.path("id").asText(), owner), second);
    eventually(this::foundNowhere);
    eventually(() -> !markdown("/api/logs").contains(word));
    assertThat(isFound()).as("by a search").isFalse();
    assertThat(markdown(report)).containsPattern(PLACEHOLDER + "(?s).*" + PLACEHOLDER);
    assertThat(api.send("GET", report, owner).expect(200).path("complete").asBoolean()).isTrue();
    assertThat(logFilesWith(word)).isEmpty();
  }

  private static List<Path> logFilesWith(String text) throws IOException {
    try (Stream<Path> logs = Files.list(SharedSystem.get().data().resolve("logs"))) {
      return logs.filter(Files::isRegularFile).filter(log -> contains(log, text)).toList();
    }
  }

  private static boolean contains(Path log, String text) {
    try {
      return Files.readString(log, StandardCharsets.ISO_8859_1).contains(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
