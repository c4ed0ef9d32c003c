package microstorm.local.backup;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import microstorm.client.Api;
import microstorm.client.Person;
import microstorm.embedded.Directories;
import microstorm.local.LocalSystem;
import microstorm.local.Patience;
import microstorm.local.setup.LocalOptions;
import microstorm.local.setup.Progress;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Data of earlier schema versions can be used. Each backup has the sample log, the session of the
 * demo, and a session that is planned. Add one before you change a schema after a release: run the
 * demo and {@code ./microstorm plan "Still planned" --problem Why --criterion Cheap}, remove the
 * directory {@code keys}, and back up.
 */
class UpgradeIT {
  private static final Path CHECKOUT = Path.of("..").toAbsolutePath().normalize();
  private static final Path BACKUPS = Path.of("src/test/resources/backups");

  private final Path data = Path.of("target", "upgrade-" + UUID.randomUUID()).toAbsolutePath();

  static List<Path> backups() throws Exception {
    try (Stream<Path> files = Files.list(BACKUPS)) {
      List<Path> backups = files.sorted().toList();
      assertThat(backups).isNotEmpty();
      return backups;
    }
  }

  @AfterEach
  void delete() {
    Directories.delete(data);
  }

  @ParameterizedTest
  @MethodSource("backups")
  void earlierDataAreMigratedAndSessionsGoOn(Path backup) throws Exception {
    new Restore(CHECKOUT, new Progress(System.out)).restore(backup, data, false);

    try (LocalSystem system = LocalSystem.start(LocalOptions.of(CHECKOUT, data))) {
      Api api = new Api(system.baseUrl());
      String owner = system.ownerToken();
      String log = api.withHeader("Accept", "text/markdown").send("GET", "/api/logs", owner).text();
      assertThat(log)
          .startsWith(Files.readString(CHECKOUT.resolve("samples/micro-brainstorming.md")).strip());

      JsonNode reports = api.get(URI.create("/api/reports"), owner).path("items");
      assertThat(texts(reports, "title")).contains("The first day of a new colleague");
      for (JsonNode item : reports) {
        String id = item.path("sessionId").asText();
        JsonNode report = api.send("GET", "/api/reports/" + id, owner).expect(200);
        if (report.path("complete").asBoolean()) {
          JsonNode board = api.send("GET", "/api/boards/" + id, owner).expect(200);
          assertThat(board.path("ideas")).as(report.path("title").asText()).isNotEmpty();
        }
      }
      hold(api, owner);
    }
  }

  /** Holds the session that was planned before the upgrade. */
  private static void hold(Api api, String owner) {
    JsonNode planned =
        StreamSupport.stream(
                api.get(URI.create("/api/sessions"), owner).path("items").spliterator(), false)
            .filter(session -> session.path("title").asText().equals("Still planned"))
            .findFirst()
            .orElseThrow();
    String id = planned.path("id").asText();
    JsonNode session = api.send("GET", "/api/sessions/" + id, owner).expect(200);
    Person gil =
        Person.join(api, id, session.path("facilitatorCode").asText(), "Gil", "facilitator");
    for (String phase : List.of("lobby", "quiet")) {
      gil.inSession("/phase", Map.of("to", phase)).expect(200);
      await(() -> gil.board().path("phase").asText().equals(phase));
    }
    Person ana = Person.join(api, id, session.path("joinCode").asText(), "Ana", "participant");
    ana.onBoard("/ideas", Map.of("text", "After the upgrade")).expect(201);
    for (Person person : List.of(ana, gil)) {
      person.inSession("/ready", Map.of("ready", true)).expect(200);
    }
    gil.inSession("/phase", Map.of("to", "sharing")).expect(200);
    gil.inSession("/phase", Map.of("to", "closing")).expect(202);
    await(() -> report(api, owner, id).path("complete").asBoolean());
    assertThat(texts(report(api, owner, id).path("ideas"), "text"))
        .containsExactly("After the upgrade");
  }

  private static JsonNode report(Api api, String owner, String id) {
    return api.send("GET", "/api/reports/" + id, owner).expect(200);
  }

  private static void await(Callable<Boolean> condition) {
    Awaitility.await().atMost(Patience.AT_MOST).until(condition);
  }

  private static List<String> texts(JsonNode array, String field) {
    return StreamSupport.stream(array.spliterator(), false)
        .map(entry -> entry.path(field).asText())
        .toList();
  }
}
