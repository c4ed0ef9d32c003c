package microstorm.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import microstorm.client.Api;
import microstorm.embedded.Directories;
import microstorm.embedded.Ports;
import microstorm.embedded.Processes;
import microstorm.local.command.Main;
import microstorm.local.setup.RunState;
import microstorm.report.log.LogGenerator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The launcher as a process of its own, as {@code ./microstorm} runs it. */
class LauncherIT {

  private static final int SESSIONS = 100;
  private static final int IDEAS = 20;
  private static final int TERMINATED = 128 + 15;

  private final Path data = Path.of("target", "launcher " + UUID.randomUUID()).toAbsolutePath();
  private final int port = Ports.free();
  private Process launcher;
  private Path output;

  private void launch(String... options) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx128m", "-jar", "target/microstorm-local.jar"));
    command.addAll(List.of("--data", data.toString(), "--port", Integer.toString(port)));
    command.addAll(List.of(options));
    output = Files.createTempFile(Path.of("target"), "launcher", ".log");
    launcher =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    await()
        .atMost(Patience.AT_MOST)
        .until(() -> !launcher.isAlive() || Files.readString(output).contains("Press Ctrl-C"));
    assertThat(launcher.isAlive()).as(Files.readString(output)).isTrue();
  }

  @AfterEach
  void stop() throws InterruptedException {
    launcher.destroy();
    launcher.waitFor();
    Directories.delete(data);
  }

  /** The processes of the system and all other descendants of the launcher. */
  private List<ProcessHandle> children() {
    List<ProcessHandle> children =
        RunState.read(data).orElseThrow().children().stream()
            .flatMap(child -> child.process().stream())
            .toList();
    assertThat(children).as("Postgres, Kafka and three services").hasSize(5);
    return Stream.concat(children.stream(), launcher.descendants()).toList();
  }

  /** What another command prints in this JVM. */
  private static String print(String... command) {
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    PrintStream terminal = System.out;
    System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    try {
      assertThat(Main.execute(command)).isZero();
    } finally {
      System.setOut(terminal);
    }
    return printed.toString(StandardCharsets.UTF_8);
  }

  private static void awaitGone(List<ProcessHandle> children) {
    await().atMost(Patience.AT_MOST).until(() -> children.stream().noneMatch(Processes::runs));
  }

  @Test
  void aKilledLauncherLeavesNothingBehindAndTheNextOneCompletesTheImport() throws Exception {
    String log = LogGenerator.log(SESSIONS, IDEAS, 7);
    launch("--no-sample");
    TestTeam team = TestTeam.at("http://localhost:" + port);
    String location = team.post(log.getBytes(StandardCharsets.UTF_8));
    await()
        .atMost(Patience.AT_MOST)
        .pollInterval(Duration.ofMillis(20))
        .until(() -> team.status(location).getInt("sessions.created") > 0);
    List<ProcessHandle> children = children();

    launcher.destroyForcibly().waitFor();
    awaitGone(children);

    // services read their environment variables literally
    Files.writeString(data.resolve("passwords/idea_service"), "p${x:}q a$$b a\\${b} \"'#=\\");
    launch("--no-sample");
    team.awaitComplete(location);
    assertThat(team.export()).isEqualTo(log);
    assertThat(team.status(location).getInt("sessions.complete")).isEqualTo(SESSIONS);
  }

  @Test
  void aTerminatedLauncherStopsEverything() throws Exception {
    launch("--address=0.0.0.0", "--no-build");
    assertThat(Files.readString(output))
        .contains("Warning: every device that can reach this address", "plain HTTP")
        .contains("token '--data=" + data + "'");
    assertThat(print("status", "--data", data.toString()))
        .contains("postgres", "18.", "kafka", "4.", "idea-service", "MiB", "free on this disk");
    assertThat(print("plan", "Title of a session", "--data", data.toString()))
        .contains("Planned: Title of a session", "Join link: http://", ":" + port + "/j/");
    aLostKeyIsReset();
    TestTeam owners = TestTeam.at("http://localhost:" + port);
    assertThat(owners.sessions()).as("a new team has no sessions").isEmpty();
    List<ProcessHandle> children = children();
    launcher.destroy();
    assertThat(launcher.waitFor()).isEqualTo(TERMINATED);
    assertThat(children).as("ended before the launcher").noneMatch(Processes::runs);
  }

  private void aLostKeyIsReset() throws IOException {
    Api api = new Api(URI.create("http://localhost:" + port));
    String earlier = print("token", "--data", data.toString()).strip();
    Files.delete(data.resolve("owner.key"));
    assertThat(Main.execute("token", "--data", data.toString())).as("without a key").isEqualTo(1);
    assertThat(Main.execute("plan", "A title", "--data", data.toString())).isEqualTo(1);

    String token = print("token", "--reset", "--data", data.toString()).strip();
    assertThat(data.resolve("owner.key")).exists();
    assertThat(api.send("GET", "/api/sessions", token).status()).isEqualTo(200);
    assertThat(api.send("GET", "/api/sessions", earlier).status())
        .as("a reset revokes neither the earlier key nor its tokens")
        .isEqualTo(200);
    assertThat(print("plan", "After the reset", "--data", data.toString()))
        .contains("Planned: After the reset");
  }
}
