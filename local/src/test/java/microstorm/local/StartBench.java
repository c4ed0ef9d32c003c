package microstorm.local;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import microstorm.embedded.Directories;
import microstorm.embedded.Ports;
import microstorm.local.process.ResidentMemory;
import microstorm.local.setup.RunState;

/**
 * Measures how long {@code ./microstorm --no-build} takes until the system can be used, and the
 * memory of all its processes a minute later. Each round starts with the data of the one before.
 *
 * <p>The floor of the time is the processor time of the start divided by the number of processors:
 * a start in perfect parallel. The floor of the memory is that of as many JVMs that do nothing.
 */
final class StartBench {
  private static final int PROCESSORS = Runtime.getRuntime().availableProcessors();
  private static final double MEBIBYTE = 1024 * 1024;
  private static final int ARCHIVES = 4;
  private static final Duration IDLE = Duration.ofSeconds(60);

  private final Path data = Path.of("target", "start-bench-" + UUID.randomUUID()).toAbsolutePath();

  private StartBench() {}

  /**
   * Runs the benchmark from the directory of the module.
   *
   * @param args the number of rounds; the first one creates the data and is not counted
   */
  public static void main(String[] args) throws Exception {
    StartBench bench = new StartBench();
    try {
      System.out.printf("floor of the memory: %.0f MiB%n", bench.emptyJvms() / MEBIBYTE);
      for (int round = 0; round <= Integer.parseInt(args[0]); round++) {
        bench.measure(round == 0 ? "first start" : "start " + round);
      }
    } finally {
      Directories.delete(bench.data);
    }
  }

  private void measure(String name) throws Exception {
    double load = load();
    Instant begin = Instant.now();
    Process launcher = launch();
    try {
      long seconds = awaitReady(launcher, begin);
      double processor = processorSeconds(launcher);
      System.out.printf(
          Locale.ROOT,
          "%s: ready after %.1f s (floor %.1f s: %.1f processor seconds on %d processors), load before %.1f%n",
          name,
          seconds / 1000.0,
          processor / PROCESSORS,
          processor,
          PROCESSORS,
          load);
      TimeUnit.MILLISECONDS.sleep(IDLE.toMillis());
      printMemory(launcher);
      awaitArchives();
    } finally {
      launcher.destroy();
      launcher.waitFor();
    }
  }

  private Process launch() throws IOException {
    return new ProcessBuilder(
            Path.of("..", "microstorm").toString(),
            "--no-build",
            "--data=" + data,
            "--port=" + Ports.free())
        .redirectErrorStream(true)
        .redirectOutput(output().toFile())
        .start();
  }

  private Path output() {
    return data.resolveSibling(data.getFileName() + ".log");
  }

  private long awaitReady(Process launcher, Instant begin) throws Exception {
    while (!Files.readString(output()).contains("Press Ctrl-C")) {
      if (!launcher.isAlive()) {
        throw new IllegalStateException(Files.readString(output()));
      }
      TimeUnit.MILLISECONDS.sleep(50);
    }
    return Duration.between(begin, Instant.now()).toMillis();
  }

  /** Waits for the class archives, which the launcher writes after the first start of a build. */
  private static void awaitArchives() throws Exception {
    Path archives = Path.of("target/class-archives");
    long archived = 0;
    while (archived < ARCHIVES) {
      TimeUnit.SECONDS.sleep(1);
      if (Files.isDirectory(archives)) {
        try (Stream<Path> files = Files.walk(archives)) {
          archived = files.filter(file -> file.toString().endsWith(".jsa")).count();
        }
      }
    }
  }

  private List<RunState.Child> processes() {
    RunState state = RunState.readRunning(data).orElseThrow();
    return Stream.concat(Stream.of(state.launcher()), state.children().stream()).toList();
  }

  private double processorSeconds(Process launcher) {
    double sum = 0;
    for (RunState.Child child : processes()) {
      double seconds =
          child.process().stream()
                  .flatMap(
                      process ->
                          process.pid() == launcher.pid()
                              ? Stream.of(process)
                              : Stream.concat(Stream.of(process), process.descendants()))
                  .flatMap(process -> process.info().totalCpuDuration().stream())
                  .mapToLong(Duration::toMillis)
                  .sum()
              / 1000.0;
      System.out.printf(Locale.ROOT, "  %-18s %5.1f processor seconds%n", child.name(), seconds);
      sum += seconds;
    }
    return sum;
  }

  private void printMemory(Process launcher) {
    double sum = 0;
    for (RunState.Child child : processes()) {
      ProcessHandle process = child.process().orElseThrow();
      long bytes =
          (process.pid() == launcher.pid()
                  ? ResidentMemory.ofOne(process)
                  : ResidentMemory.of(process))
              .orElse(0);
      System.out.printf(Locale.ROOT, "  %-18s %5.0f MiB%n", child.name(), bytes / MEBIBYTE);
      sum += bytes;
    }
    System.out.printf(Locale.ROOT, "  %-18s %5.0f MiB%n", "all", sum / MEBIBYTE);
  }

  /** The memory of five JVMs that wait for input, in bytes. */
  private long emptyJvms() throws IOException, InterruptedException {
    List<Process> jvms = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      jvms.add(
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-XX:+UseSerialGC",
                  "-cp",
                  System.getProperty("java.class.path"),
                  Waiting.class.getName())
              .start());
    }
    long bytes = 0;
    for (Process jvm : jvms) {
      jvm.getInputStream().read(); // it runs
      bytes += ResidentMemory.ofOne(jvm.toHandle()).orElse(0);
    }
    jvms.forEach(Process::destroy);
    return bytes;
  }

  private static double load() {
    return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
  }

  /** A program that waits. */
  static final class Waiting {
    private Waiting() {}

    public static void main(String[] args) throws IOException {
      System.out.println("ready");
      System.in.read();
    }
  }
}
