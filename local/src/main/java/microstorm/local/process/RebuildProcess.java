package microstorm.local.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import microstorm.embedded.postgres.PostgresServer;
import microstorm.local.setup.Microservice;

/** A process of report-service that rebuilds the reports and ends. */
public final class RebuildProcess {
  private final Path checkout;
  private final Path log;

  /**
   * Creates it without starting it.
   *
   * @param log gets what is not for the terminal
   */
  public RebuildProcess(Path checkout, Path log) {
    this.checkout = checkout;
    this.log = log;
  }

  /**
   * Runs it to its end.
   *
   * @param mode swap, compare or undo
   * @param line gets each line of its output
   * @return its exit code
   */
  public int run(
      Map<Microservice, PostgresServer.Database> databases,
      String kafka,
      String mode,
      Consumer<String> line)
      throws IOException, InterruptedException {
    Process process = start(databases.get(Microservice.REPORT), kafka, mode);
    try (BufferedReader output =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      output.lines().forEach(line);
      return process.waitFor();
    } finally {
      process.destroy();
    }
  }

  /** Starts it. */
  public Process start(PostgresServer.Database database, String kafka, String mode)
      throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dstdout.encoding=UTF-8",
                "-Dsun.stdout.encoding=UTF-8",
                "-jar",
                Microservice.REPORT.jar(checkout).toString()));
    builder
        .environment()
        .putAll(
            Map.of(
                "QUARKUS_PROFILE",
                "prod,rebuild",
                "MICROSTORM_REBUILD_MODE",
                mode,
                "QUARKUS_DATASOURCE_JDBC_URL",
                database.jdbcUrl(),
                "QUARKUS_DATASOURCE_USERNAME",
                database.username(),
                "QUARKUS_DATASOURCE_PASSWORD",
                database.password(),
                "KAFKA_BOOTSTRAP_SERVERS",
                kafka,
                // required by the configuration, and not used
                "MICROSTORM_HTTP_JWKS_URL",
                "http://localhost:1/keys"));
    return builder.redirectError(log.toFile()).start();
  }
}
