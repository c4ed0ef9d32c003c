package microstorm.local.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import microstorm.local.LocalSystem;
import microstorm.local.SharedSystem;
import microstorm.local.setup.Microservice;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Sends valid and invalid requests that Schemathesis generates from each service's {@code
 * openapi.yaml}, with tokens of all roles: no status is 500 or above, no invalid request is
 * accepted, and every response matches the description. {@code .ci/schemathesis} installs the
 * program and prints its path.
 *
 * <p>{@code -Dmicrostorm.fuzz.seed=7} generates other requests, {@code
 * -Dmicrostorm.fuzz.examples=800} more of them.
 */
@EnabledIfEnvironmentVariable(named = "SCHEMATHESIS", matches = ".+")
class FuzzIT {

  private static final int SEED = Integer.getInteger("microstorm.fuzz.seed", 1);
  private static final int EXAMPLES = Integer.getInteger("microstorm.fuzz.examples", 8);

  private static final Path HOOKS = Path.of("src/test/fuzz").toAbsolutePath();

  private static final Map<Microservice, Process> fuzzing = new EnumMap<>(Microservice.class);

  /**
   * All services at the same time, because each Schemathesis uses one thread and waits for every
   * response.
   */
  @BeforeAll
  static void startAll() throws IOException {
    for (Microservice service : Microservice.values()) {
      fuzzing.put(service, start(service, SharedSystem.get()));
    }
  }

  @AfterAll
  static void endAll() {
    fuzzing.values().forEach(Process::destroy);
  }

  @ParameterizedTest
  @EnumSource(Microservice.class)
  void everyResponseIsAsDescribed(Microservice service) throws IOException, InterruptedException {
    int status = fuzzing.get(service).waitFor();
    String report = Files.readString(output(service), StandardCharsets.UTF_8);
    System.out.println(report);
    assertThat(report)
        .as("it ran")
        .contains("Seed: " + SEED)
        .containsPattern("[1-9]\\d\\d+ generated");
    assertThat(status).as(report).isZero();
  }

  private static Path output(Microservice service) {
    return Path.of("target", "fuzz", service.label(), "output.txt").toAbsolutePath();
  }

  private static Process start(Microservice service, LocalSystem system) throws IOException {
    Path description = Path.of("..", service.label(), "openapi.yaml").toAbsolutePath();
    ProcessBuilder command =
        new ProcessBuilder(
            List.of(
                System.getenv("SCHEMATHESIS"),
                "--config-file",
                HOOKS.resolve("schemathesis.toml").toString(),
                "run",
                description.toString(),
                "--url=" + system.replicas(service).get(0),
                "--seed=" + SEED,
                "--max-examples=" + EXAMPLES,
                "--no-color"));
    command
        .environment()
        .putAll(
            Map.of(
                "SCHEMATHESIS_HOOKS",
                "microstorm_hooks",
                "PYTHONPATH",
                HOOKS.toString(),
                "PYTHONDONTWRITEBYTECODE",
                "1",
                "MICROSTORM_URL",
                system.baseUrl().toString()));
    if (service == Microservice.REPORT) {
      command.environment().put("MICROSTORM_ROLES", "owner");
    }
    // it stores its data in the working directory
    Path directory = Files.createDirectories(output(service).getParent());
    command.directory(directory.toFile());
    return command.redirectErrorStream(true).redirectOutput(output(service).toFile()).start();
  }
}
