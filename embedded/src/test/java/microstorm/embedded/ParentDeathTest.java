package microstorm.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The servers of a parent that is killed stop by themselves, and cleanly. */
class ParentDeathTest {
  @TempDir Path directory;
  private Process parent;
  private List<ProcessHandle> servers;

  @BeforeEach
  void startParent() throws IOException {
    parent =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                ServersParent.class.getName(),
                directory.toString(),
                Path.of("target", "test-binaries").toString())
            .redirectError(Redirect.INHERIT)
            .start();
    String pids = new BufferedReader(new InputStreamReader(parent.getInputStream())).readLine();
    servers =
        Arrays.stream(pids.split(" "))
            .map(pid -> ProcessHandle.of(Long.parseLong(pid)).orElseThrow())
            .toList();
  }

  @AfterEach
  void killAll() {
    parent.destroyForcibly();
    servers.forEach(ProcessHandle::destroyForcibly);
  }

  @Test
  void serversStopWhenTheirParentIsKilled() {
    assertThat(servers).hasSize(2).allMatch(Processes::runs);

    parent.destroyForcibly();

    await()
        .atMost(Duration.ofMinutes(1))
        .untilAsserted(() -> assertThat(servers).noneMatch(Processes::runs));
    assertThat(directory.resolve("postgres/data/postmaster.pid")).doesNotExist();
    assertThat(directory.resolve("kafka/data/.kafka_cleanshutdown")).exists();
  }

  @Test
  void theTerminalsInterruptDoesNotReachTheServers() {
    servers.forEach(server -> assertThat(ignoresInterrupt(server)).isTrue());
  }

  /** Kafka ignores SIGINT; Postgres handles it, but is in a session without a terminal. */
  private static boolean ignoresInterrupt(ProcessHandle server) {
    return Interrupts.ignored(server.pid()) || Interrupts.inOwnSession(server.pid());
  }
}
