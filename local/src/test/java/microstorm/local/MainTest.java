package microstorm.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MainTest {
  private final ByteArrayOutputStream told = new ByteArrayOutputStream();
  private final PrintStream terminal = System.err;
  @TempDir Path directory;

  @BeforeEach
  void listen() {
    System.setErr(new PrintStream(told, true));
  }

  @AfterEach
  void restore() {
    System.setErr(terminal);
  }

  @Test
  void wrongArgumentsAreOneSentenceAndExitCodeTwo() {
    assertThat(Main.execute("--port", "70000")).isEqualTo(2);
    assertThat(told.toString().strip())
        .isEqualTo("--port must be a number from 1 to 65535, not 70000. Try ./microstorm --help.");
    assertThat(Main.execute("--bogus")).isEqualTo(2);
  }

  @Test
  void nothingRunsIsOneSentenceAndExitCodeOne() {
    assertThat(Main.execute("token", "--data", directory.toString())).isEqualTo(1);
    assertThat(told.toString().strip())
        .isEqualTo("No Microstorm runs on " + directory + ": start ./microstorm.");
    assertThat(Main.execute("status", "--data", directory.toString())).isEqualTo(1);
  }

  @Test
  void whatAKilledLauncherLeftIsNotTakenForARunningOne() throws IOException {
    Files.writeString(
        directory.resolve("run.json"),
        """
        {"port":8080,"launcher":{"name":"launcher","pid":%d,"startedMillis":1,"managementPort":0},
         "children":[]}"""
            .formatted(ProcessHandle.current().pid()));

    assertThat(Main.execute("token", "--data", directory.toString())).isEqualTo(1);
  }
}
