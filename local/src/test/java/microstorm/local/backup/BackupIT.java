package microstorm.local.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.StreamSupport;
import microstorm.client.Api;
import microstorm.client.Person;
import microstorm.embedded.Directories;
import microstorm.local.LocalSystem;
import microstorm.local.Patience;
import microstorm.local.command.Main;
import microstorm.local.setup.LocalOptions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A backup of a busy system is deleted, restored and compared. */
class BackupIT {
  private static final Path CHECKOUT = Path.of("..").toAbsolutePath().normalize();

  private final Path directory = Path.of("target", "backup " + UUID.randomUUID()).toAbsolutePath();
  private final Path data = directory.resolve("data");
  private final Path file = directory.resolve("a backup.zip");

  @AfterEach
  void delete() {
    Directories.delete(directory);
  }

  @Test
  void aRestoredSystemHasEverythingThatWasAcknowledgedBeforeAndNothingTwice() throws Exception {
    Files.createDirectories(directory);
    Path sample = CHECKOUT.resolve("samples/micro-brainstorming.md");
    List<String> before;
    Set<String> sent;
    String id;
    String facilitator;
    Map<String, String> original;
    try (LocalSystem system = LocalSystem.start(LocalOptions.of(CHECKOUT, data).withSample(true))) {
      Api api = new Api(system.baseUrl());
      original = content(api, system.ownerToken());
      assertThat(original.get("log")).isEqualTo(Files.readString(sample).strip());
      try (BusySession session = new BusySession(api, system.ownerToken())) {
        await().atMost(Patience.AT_MOST).until(() -> session.acknowledged().size() > 60);
        before = session.acknowledged();
        assertThat(run("backup", file.toString(), "--data", data.toString())).isZero();
        int during = session.acknowledged().size();
        assertThat(during).as("written during the backup").isGreaterThan(before.size());
        await().atMost(Patience.AT_MOST).until(() -> session.acknowledged().size() > during + 30);
        id = session.id();
        facilitator = session.facilitator().token();
        session.stop();
        sent = session.sent();
      }
    }
    assertThat(Files.getPosixFilePermissions(file))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    assertThat(run("restore", file.toString(), "--data", data.toString()))
        .as("the data are still there")
        .isEqualTo(1);
    Directories.delete(data);
    assertThat(run("restore", file.toString(), "--data", data.toString())).isZero();

    try (LocalSystem system = LocalSystem.start(LocalOptions.of(CHECKOUT, data))) {
      Api api = new Api(system.baseUrl());
      String owner = system.ownerToken();
      assertThat(content(api, owner)).containsAllEntriesOf(original);

      Person person = Person.with(api, id, facilitator);
      List<String> board = texts(person.board().path("ideas"));
      assertThat(board).doesNotHaveDuplicates().containsAll(before);
      assertThat(sent).containsAll(board);
      assertThat(board.size()).as("the backup ends before the writing").isLessThan(sent.size());

      person.onBoard("/ideas", Map.of("text", "Afterwards")).expect(201);
      person.inSession("/phase", Map.of("to", "closing")).expect(202);
      JsonNode report =
          await()
              .atMost(Patience.AT_MOST)
              .until(
                  () -> api.send("GET", "/api/reports/" + id, owner).expect(200),
                  found -> found.path("complete").asBoolean());
      Set<String> expected = new HashSet<>(board);
      expected.add("Afterwards");
      assertThat(texts(report.path("ideas"))).containsExactlyInAnyOrderElementsOf(expected);
    }
  }

  /** The log, and the report and the board of each session in it. */
  private static Map<String, String> content(Api api, String owner) throws IOException {
    Map<String, String> content = new TreeMap<>();
    Api markdown = api.withHeader("Accept", "text/markdown");
    JsonNode reports = api.get(URI.create("/api/reports"), owner).path("items");
    for (JsonNode item : reports) {
      String id = item.path("sessionId").asText();
      if (item.path("complete").asBoolean(true) && !item.path("title").asText().equals("Busy")) {
        content.put("report " + id, markdown.send("GET", "/api/reports/" + id, owner).text());
        JsonNode board = api.send("GET", "/api/boards/" + id, owner).expect(200);
        ((ObjectNode) board.path("session")).remove("serverTime"); // the time of reading
        content.put("board " + id, new ObjectMapper().writeValueAsString(board));
      }
    }
    String log = markdown.send("GET", "/api/logs", owner).text();
    content.put("log", log);
    return content;
  }

  private static List<String> texts(JsonNode ideas) {
    return StreamSupport.stream(ideas.spliterator(), false)
        .map(idea -> idea.path("text").asText())
        .toList();
  }

  private static int run(String... command) {
    PrintStream terminal = System.out;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    try {
      return Main.execute(command);
    } finally {
      System.setOut(terminal);
      System.out.print(printed.toString(StandardCharsets.UTF_8));
    }
  }
}
