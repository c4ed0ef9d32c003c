package microstorm.local.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import microstorm.local.SharedSystem;
import org.junit.jupiter.api.Test;

/**
 * Generates Python clients from the descriptions of all services with a program of others: it omits
 * no operation, and a session is held with them ({@code .ci/python-client}).
 */
class PythonClientIT {

  /** The script ends with this status if there is no suitable Python. */
  private static final int SKIPPED = 77;

  @Test
  void aSessionIsHeldWithGeneratedClients() throws IOException, InterruptedException {
    Path output = Path.of("target", "python-client.txt");
    int status =
        new ProcessBuilder(
                Path.of("..", ".ci", "python-client").toString(),
                SharedSystem.get().baseUrl().toString())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start()
            .waitFor();
    String report = Files.readString(output, StandardCharsets.UTF_8);
    System.out.println(report);
    assumeThat(status).as(report).isNotEqualTo(SKIPPED);
    assertThat(status).as(report).isZero();
    assertThat(report).contains("A session was held");
  }
}
