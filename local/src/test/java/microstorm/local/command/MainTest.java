package microstorm.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import microstorm.local.setup.LauncherCommand;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MainTest {
  private final ByteArrayOutputStream errors = new ByteArrayOutputStream();
  private final PrintStream terminal = System.err;
  @TempDir Path directory;

  @BeforeEach
  void listen() {
    System.setErr(new PrintStream(errors, true));
  }

  @AfterEach
  void restore() {
    System.setErr(terminal);
  }

  @Test
  void wrongArgumentsGiveOneSentenceAndExitCodeTwo() {
    assertThat(Main.execute("--port", "70000")).isEqualTo(2);
    assertThat(errors.toString().strip())
        .isEqualTo(
            "--port must be a number from 1 to 65535, not 70000. For help:\n  "
                + LauncherCommand.of("--help"));
    assertThat(Main.execute("--bogus")).isEqualTo(2);
  }

  @Test
  void noRunningSystemGivesOneSentenceAndExitCodeOne() {
    assertThat(Main.execute("token", "--data", directory.toString())).isEqualTo(1);
    assertThat(errors.toString().strip())
        .isEqualTo(
            "No Microstorm is running with the data directory "
                + directory
                + ". Start it with this command:\n  "
                + LauncherCommand.of(directory));
    assertThat(Main.execute("status", "--data", directory.toString())).isEqualTo(1);
  }

  @Test
  void aDirectoryThatCannotBeUsedIsExplainedInWords() throws IOException {
    Path file = Files.writeString(directory.resolve("file"), "content");
    Path below = file.resolve("data");

    assertThat(Main.execute("--data", below.toString())).isEqualTo(1);
    assertThat(errors.toString())
        .contains("Cannot use the data directory " + below, "Choose another one with --data")
        .doesNotContain("Exception", "java.");
  }

  @Test
  void theStateOfAKilledLauncherIsNotThatOfARunningOne() throws IOException {
    Files.writeString(
        directory.resolve("run.json"),
        """
        {"port":8080,"launcher":{"name":"launcher","pid":%d,"startedMillis":1,"managementPort":0},
         "children":[]}"""
            .formatted(ProcessHandle.current().pid()));

    assertThat(Main.execute("token", "--data", directory.toString())).isEqualTo(1);
  }
}
