package microstorm.local;

import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import microstorm.embedded.Directories;
import microstorm.local.setup.LocalOptions;
import microstorm.report.log.LogGenerator;

/**
 * Measures a large import with everything on this machine: the time until it is accepted, until all
 * of it can be read, and the time of the export. The floor, measured in the same run, is another
 * import of the same log: it is parsed and compared, and the other services have nothing to do.
 */
final class ImportBench {

  private static final int SESSIONS = Integer.getInteger("sessions", 1_000);
  private static final int IDEAS = Integer.getInteger("ideas", 50);
  private static final long SEED = Long.getLong("seed", 42);

  private ImportBench() {}

  public static void main(String[] args) throws Exception {
    Path data = Path.of("target", "bench-" + UUID.randomUUID()).toAbsolutePath();
    Path checkout = Path.of("..").toAbsolutePath().normalize();
    String log = LogGenerator.log(SESSIONS, IDEAS, SEED);
    try (LocalSystem system = LocalSystem.start(LocalOptions.of(checkout, data).withSample(true))) {
      System.out.printf(
          "%,d sessions x %d ideas, %,d bytes, seed %d%n", SESSIONS, IDEAS, log.length(), SEED);
      TestTeam team = TestTeam.of(system);
      double first = importing(team, log, "first import");
      double again = importing(team, log, "second import");
      long start = System.nanoTime();
      boolean equal = team.export().equals(log);
      System.out.printf(
          "export %.1f s, %s%n", seconds(start), equal ? "byte for byte equal" : "DIFFERENT");
      System.out.printf("first import : floor = %.1f%n", first / again);
      system.pids().forEach(ImportBench::printMemory);
    } finally {
      Directories.delete(data);
    }
    System.exit(0);
  }

  private static double importing(TestTeam team, String log, String name) throws Exception {
    long start = System.nanoTime();
    String location = team.post(log.getBytes(StandardCharsets.UTF_8));
    double accepted = seconds(start);
    JsonPath status = team.status(location);
    while ("running".equals(status.getString("state"))) {
      TimeUnit.MILLISECONDS.sleep(250);
      status = team.status(location);
    }
    double complete = seconds(start);
    System.out.printf(
        "%s: accepted in %.2f s, %s after %.1f s, %,d ideas%n",
        name, accepted, status.getString("state"), complete, status.getInt("ideas.complete"));
    return complete;
  }

  private static double seconds(long since) {
    return Duration.ofNanos(System.nanoTime() - since).toMillis() / 1000.0;
  }

  private static void printMemory(String name, long pid) {
    try {
      String resident =
          Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream()
              .filter(line -> line.startsWith("VmHWM"))
              .findFirst()
              .orElse("unknown");
      System.out.printf(Locale.ROOT, "%-16s %s%n", name, resident);
    } catch (IOException notLinux) {
      System.out.println(Map.of(name, "memory unknown here"));
    }
  }
}
