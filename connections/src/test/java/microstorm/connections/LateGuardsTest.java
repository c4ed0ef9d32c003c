package microstorm.connections;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/**
 * Netty decides once per process whether it loads the guards, so each case runs in a process of its
 * own.
 */
class LateGuardsTest {

  /** The output of a case whose guards are enabled. */
  private static final String ENABLED = "enabled";

  @Test
  void guardsThatNettyNoLongerLoadsAreRefused() throws Exception {
    assertThat(run("late"))
        .contains("The limits on connections cannot be enforced")
        .doesNotContain(ENABLED);
  }

  /** The control. */
  @Test
  void guardsThatAreLoadedBeforeTheFirstConnectionAreEnabled() throws Exception {
    assertThat(run("early")).contains(ENABLED);
  }

  private static String run(String when) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Application.class.getName(),
                when)
            .redirectErrorStream(true)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return output;
  }

  /** Opens a server before it enables the guards. */
  static final class Application {

    private Application() {}

    public static void main(String[] arguments) {
      if (arguments[0].equals("early")) {
        ConnectionGuards.load();
      }
      Vertx vertx = Vertx.vertx();
      try {
        vertx
            .createHttpServer()
            .requestHandler(request -> request.response().end())
            .listen(0, "127.0.0.1")
            .toCompletionStage()
            .toCompletableFuture()
            .join();
        ConnectionGuards.enable(Duration.ofSeconds(1), 1);
        ConnectionGuards.requireLoaded();
        System.out.println(ENABLED);
      } finally {
        vertx.close();
      }
    }
  }
}
