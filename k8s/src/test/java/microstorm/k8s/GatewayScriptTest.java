package microstorm.k8s;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests the script of Compose's gateway with stand-ins for DNS and nginx. */
class GatewayScriptTest {

  private static final Path SCRIPT = Path.of("../compose/gateway.sh").toAbsolutePath();
  private static final String NO_REPLICA =
      "upstream idea-service-replicas {\n  server 127.0.0.1:9;";

  @TempDir Path directory;
  private Process gateway;

  @BeforeEach
  void start() throws IOException {
    program("getent", "echo >> \"$DNS/look-ups\"; test ! -e \"$DNS/fails\" && cat \"$DNS/$2\"");
    program("nginx", "trap : HUP; trap 'exit 0' QUIT; while :; do sleep; done");
    program("sleep", "exec /bin/sleep 0.02");
    dns("gateway", "10.0.0.9");
    dns("session-service", "10.0.0.1", "10.0.0.2");
    dns("idea-service", "10.0.0.3");
    dns("report-service", "10.0.0.4");
    ProcessBuilder builder = new ProcessBuilder("sh", SCRIPT.toString());
    builder.environment().put("PATH", directory + ":" + System.getenv("PATH"));
    builder.environment().put("TMPDIR", directory.toString());
    builder.environment().put("DNS", directory.resolve("dns").toString());
    gateway =
        builder
            .redirectErrorStream(true)
            .redirectOutput(directory.resolve("output").toFile())
            .start();
    await().until(() -> targets().contains("server 10.0.0.4:8080"));
  }

  @AfterEach
  void stop() throws InterruptedException {
    gateway.destroy();
    if (!gateway.waitFor(10, TimeUnit.SECONDS)) {
      gateway.descendants().forEach(ProcessHandle::destroyForcibly);
      gateway.destroyForcibly();
    }
  }

  @Test
  void aFailureOfDnsRemovesNoReplica() throws IOException {
    String before = targets();
    assertThat(before).contains("10.0.0.1:8080", "10.0.0.2:8080", "10.0.0.3:8080");
    Files.createFile(directory.resolve("dns/fails"));
    int lookUps = lookUps();
    await().until(() -> lookUps() > lookUps + 30);
    assertThat(targets()).isEqualTo(before);
  }

  /** Negative control: if DNS answers without a replica, the script removes it. */
  @Test
  void endedReplicasAreRemoved() throws IOException {
    dns("session-service", "10.0.0.2");
    await().until(() -> !targets().contains("10.0.0.1:8080"));
    assertThat(targets()).contains("10.0.0.2:8080", "10.0.0.3:8080");
    Files.delete(directory.resolve("dns/idea-service"));
    await().until(() -> targets().contains(NO_REPLICA));
    assertThat(targets()).contains("10.0.0.2:8080", "10.0.0.4:8080").doesNotContain("10.0.0.3");
    dns("idea-service", "10.0.0.5");
    await().until(() -> targets().contains("10.0.0.5:8080"));
  }

  private void program(String name, String script) throws IOException {
    Path program = Files.writeString(directory.resolve(name), "#!/bin/sh\n" + script + "\n");
    assertThat(program.toFile().setExecutable(true)).isTrue();
  }

  private void dns(String name, String... addresses) throws IOException {
    Files.createDirectories(directory.resolve("dns"));
    Path next = directory.resolve("next");
    Files.writeString(next, String.join("  STREAM\n", addresses) + "  STREAM\n");
    Files.move(next, directory.resolve("dns").resolve(name), StandardCopyOption.REPLACE_EXISTING);
  }

  private String targets() {
    try {
      return Files.exists(directory.resolve("targets.conf"))
          ? Files.readString(directory.resolve("targets.conf"))
          : "";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private int lookUps() throws IOException {
    return Files.readAllLines(directory.resolve("dns/look-ups")).size();
  }
}
