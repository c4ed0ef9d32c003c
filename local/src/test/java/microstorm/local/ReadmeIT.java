package microstorm.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The commands of the README work unchanged and end in every shell that is installed. */
class ReadmeIT {

  private static final int MOST_LINES = 150;
  private static final Set<String> AGAINST_A_SYSTEM = Set.of("A session by hand", "Import a log");

  static List<Shell> shells() {
    List<Shell> installed = Shell.installed();
    assertThat(installed).isNotEmpty();
    return installed;
  }

  @Test
  void itIsShort() {
    assertThat(Readme.lines()).hasSizeLessThanOrEqualTo(MOST_LINES);
  }

  @ParameterizedTest
  @MethodSource("shells")
  void everyBlockIsValid(Shell shell, @TempDir Path directory) throws Exception {
    for (Readme.Block block : Readme.commands()) {
      assertThat(shell.check(directory, block.text())).as(block.text()).isEmpty();
    }
  }

  /** An interactive zsh reads a comment as arguments of the command before it. */
  @Test
  void noBlockHasAComment() {
    assertThat(Readme.commands()).hasSizeGreaterThan(2);
    assertThat(Readme.commands())
        .flatExtracting(Readme.Block::lines)
        .noneMatch(line -> line.matches("(.*\\s)?#.*"));
  }

  @ParameterizedTest
  @MethodSource("shells")
  void aSessionIsHeldByAScript(Shell shell, @TempDir Path directory) throws Exception {
    checkOutput(shell.runScript(directory, commandsIn(directory)));
  }

  @ParameterizedTest
  @MethodSource("shells")
  void aSessionIsHeldByPastedLines(Shell shell, @TempDir Path directory) throws Exception {
    checkOutput(shell.runPasted(directory, commandsIn(directory)));
  }

  /** The blocks that need a running system, changed to use the system of the tests. */
  private static String commandsIn(Path directory) throws IOException {
    LocalSystem system = SharedSystem.get();
    Path launcher = Path.of("..", "microstorm").toAbsolutePath().normalize();
    Path start = directory.resolve("microstorm");
    Files.writeString(
        start,
        "#!/bin/sh\nexec '%s' \"$@\" --data='%s' </dev/null\n".formatted(launcher, system.data()));
    assertThat(start.toFile().setExecutable(true)).isTrue();
    return Readme.commands(AGAINST_A_SYSTEM)
        .replace("http://localhost:8080", system.baseUrl().toString());
  }

  private static void checkOutput(String output) {
    assertThat(output)
        .contains("event: snapshot", "#diverging\"", "#quiet-time-not-over\"", "HTTP/1.1 202")
        .containsIgnoringCase("location: ")
        .doesNotContain("command not found", ": not found", "no matches found", "parse error")
        .doesNotContain("unexpected-body", "token-missing", "curl: (");
    assertThat(output.lines()).as(output).contains("\"complete\":true");
    String untilSharing = output.substring(0, output.indexOf("Everyone is ready"));
    assertThat(untilSharing).as("Ben's stream in the quiet phase").doesNotContain("event: idea");
    assertThat(output).as("Ben's stream").contains("event: idea");
  }
}
