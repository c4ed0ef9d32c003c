package microstorm.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import microstorm.client.Api;
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

    String session = new Demo(api, new Pace(100), 7, code -> "JOIN " + code, out).run(owner);

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
