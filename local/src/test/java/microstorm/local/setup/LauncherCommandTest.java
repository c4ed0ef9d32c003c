package microstorm.local.setup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LauncherCommandTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/srv/data",
        "/srv/my data",
        "/srv/it's",
        "/srv/$HOME `x`",
        "/ä/*",
        "a\\b\"c",
        "~"
      })
  void aShellReadsEachArgumentUnchanged(String path) throws IOException {
    Process shell =
        new ProcessBuilder("sh", "-c", "printf %s " + LauncherCommand.quoted(path)).start();
    shell.getOutputStream().close();
    assertThat(new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
        .isEqualTo(path);
  }

  @Test
  void namesTheProgramAndTheDataByAbsolutePaths() {
    assertThat(LauncherCommand.of(Path.of("other"), "token"))
        .startsWith("/")
        .contains("/microstorm token ")
        .contains("--data=" + Path.of("other").toAbsolutePath());
    assertThat(LauncherCommand.of(Checkout.defaultData(), "token")).endsWith("/microstorm token");
  }
}
