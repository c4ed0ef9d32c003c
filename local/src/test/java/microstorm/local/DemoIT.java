package microstorm.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import microstorm.client.Api;
import microstorm.client.Person;
import microstorm.local.command.Main;
import microstorm.local.demo.Demo;
import microstorm.local.demo.Pace;
import org.junit.jupiter.api.Test;

/** The demo runs a whole session at any speed. */
class DemoIT {

  private static final Pattern ADDRESS = Pattern.compile("The report: (http\\S+)");

  @Test
  void runsAWholeSessionUpToTheCompleteReport() throws InterruptedException {
    Api api = SharedSystem.api();
    String key = UUID.randomUUID().toString() + UUID.randomUUID();
    String owner = api.token(api.createTeam("Team " + UUID.randomUUID(), key), key);
    ByteArrayOutputStream output = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(output, true, StandardCharsets.UTF_8);

    String session = new Demo(api, new Pace(100), 7, code -> "JOIN " + code, false, out).run(owner);

    assertThat(output.toString(StandardCharsets.UTF_8))
        .contains("nobody sees what the others write", " dots  ", "The report is complete", "JOIN ")
        .containsSubsequence("== The report ==", "### Session", "**Title**", "A list of changes");
    assertThat(output.toString(StandardCharsets.UTF_8).lines())
        .as("the lines that the README shows")
        .containsAll(Readme.demoLines());
    assertThat(
            api.send("GET", "/api/reports/" + session, owner).json().path("complete").asBoolean())
        .isTrue();
  }

  /** The demo waits for a real person in the lobby, while they write, and while they choose. */
  @Test
  void aRealPersonTakesPart() throws Exception {
    Api api = SharedSystem.api();
    String key = UUID.randomUUID().toString() + UUID.randomUUID();
    String owner = api.token(api.createTeam("Team " + UUID.randomUUID(), key), key);
    CompletableFuture<String> code = new CompletableFuture<>();
    PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream());
    Demo demo = new Demo(api, new Pace(100), 7, keptIn(code), true, nowhere);
    ExecutorService thread = Executors.newSingleThreadExecutor();
    try {
      Future<String> run = thread.submit(() -> demo.run(owner));
      String joinCode = code.get(1, TimeUnit.MINUTES);
      String session =
          api.send("GET", "/api/sessions", owner).json().path("items").path(0).path("id").asText();
      Person ana = Person.join(api, session, joinCode, "Ana", "participant");
      ana.awaitBoard(board -> board.path("phase").asText().equals("quiet"));
      ana.writes("An idea of a real person");
      ana.inSession("/ready", Map.of("ready", true)).expect(200);
      ana.awaitBoard(board -> board.path("phase").asText().equals("converging"));
      assertThat(ana.board().path("phase").asText()).isEqualTo("converging");
      ana.inSession("/ready", Map.of("ready", true)).expect(200);
      assertThat(run.get(3, TimeUnit.MINUTES)).isEqualTo(session);
      JsonNode report = api.send("GET", "/api/reports/" + session, owner).json();
      assertThat(report.toString()).contains("An idea of a real person");
    } finally {
      thread.shutdownNow();
    }
  }

  private static Function<String, String> keptIn(CompletableFuture<String> code) {
    return given -> {
      code.complete(given);
      return "JOIN";
    };
  }

  @Test
  void theCommandPrintsTheAddressOfTheReport() {
    LocalSystem system = SharedSystem.get();
    ByteArrayOutputStream output = new ByteArrayOutputStream();
    PrintStream terminal = System.out;
    System.setOut(new PrintStream(output, true, StandardCharsets.UTF_8));
    try {
      String data = system.data().toString();
      assertThat(Main.execute("demo", "--data", data, "--speed", "100")).isZero();
    } finally {
      System.setOut(terminal);
    }
    String printed = output.toString(StandardCharsets.UTF_8);
    Matcher named = ADDRESS.matcher(printed);
    assertThat(named.find()).as(printed).isTrue();
    assertThat(named.group(1)).startsWith(system.baseUrl() + "/");
    JsonNode report = SharedSystem.api().get(URI.create(named.group(1)), system.ownerToken());
    assertThat(report.path("title").asText()).isEqualTo("The first day of a new colleague");
    assertThat(report.path("complete").asBoolean()).isTrue();
  }
}
