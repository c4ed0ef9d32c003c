package microstorm.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The real Kafka 4.1 broker in KRaft mode, in a JVM of its own with 256 MB of heap, on the
 * loopback. Its data survives it; it stops when this JVM dies.
 */
public final class KafkaServer implements AutoCloseable {
  /** The largest message in bytes: a whole imported session fits. */
  public static final int MAX_MESSAGE_BYTES = 8 * 1024 * 1024;

  private static final Duration START_PATIENCE = Duration.ofSeconds(60);
  private static final Duration STOP_PATIENCE = Duration.ofSeconds(5);
  private static final List<String> JVM_OPTIONS =
      List.of(
          "-Xmx256m",
          "-XX:+UseSerialGC",
          // only the first compiler: the second one costs a short-lived broker more than it returns
          "-XX:TieredStopAtLevel=1",
          "-XX:+ExitOnOutOfMemoryError",
          "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
          "-Dorg.slf4j.simpleLogger.showDateTime=true",
          "-Dorg.slf4j.simpleLogger.dateTimeFormat=yyyy-MM-dd'T'HH:mm:ss.SSSXXX");

  /**
   * How to run the broker.
   *
   * @param directory holds the data and the settings
   * @param log what the broker writes is appended to it
   * @param classPath the broker's jars; empty: those that this module was built against
   * @param port the clients' port; 0: a free one, kept over restarts of this object
   * @param controllerPort likewise, for the broker's talk with itself
   */
  public record Options(
      Path directory, Path log, List<Path> classPath, int port, int controllerPort) {}

  /**
   * A topic to create.
   *
   * @param retention how long an event is kept at least; empty: for ever
   */
  public record Topic(String name, int partitions, Optional<Duration> retention) {}

  private final int port;
  private final int controllerPort;
  private final Path directory;
  private final Path log;
  private final List<Path> classPath;
  private final Optional<ClassArchive> archive;
  private ChildProcess process;
  private boolean paused;

  /** A broker without an archive of its classes. */
  public KafkaServer(Options options) {
    this(options, Optional.empty());
  }

  /**
   * A broker that starts faster if its classes are archived.
   *
   * @param archives the directory of its class archive
   */
  public KafkaServer(Options options, Optional<Path> archives) {
    port = options.port() == 0 ? Ports.free() : options.port();
    controllerPort = options.controllerPort() == 0 ? Ports.free() : options.controllerPort();
    directory = options.directory().toAbsolutePath();
    log = options.log().toAbsolutePath();
    classPath = options.classPath().isEmpty() ? buildClassPath() : options.classPath();
    Path classList = log.resolveSibling("kafka.classes");
    archive =
        archives.map(directory -> ClassArchive.of(directory, classList, JVM_OPTIONS, classPath));
  }

  /**
   * Starts the broker and returns when it answers.
   *
   * @throws EmbeddedServerException if a port is taken or the broker does not come up in a minute
   */
  public synchronized KafkaServer start() {
    if (alive()) {
      return this;
    }
    Ports.requireFree("Kafka", port);
    Ports.requireFree("Kafka's controller", controllerPort);
    KafkaSettings settings = KafkaSettings.write(directory, port, controllerPort);
    long logged = Directories.size(log);
    process = ChildProcess.start(command(settings), Map.of(), log);
    paused = false;
    if (!KafkaAdmin.awaitReady(bootstrapServers(), START_PATIENCE, process::alive)) {
      process.kill();
      throw new EmbeddedServerException(
          "Kafka did not start; its log says:\n" + Directories.tail(log, logged));
    }
    return this;
  }

  /** Creates topics; those that exist are kept as they are. */
  public void createTopics(List<Topic> topics) {
    KafkaAdmin.createTopics(bootstrapServers(), topics);
  }

  /** The archive of the broker's classes. */
  public Optional<ClassArchive> classArchive() {
    return archive;
  }

  /** The address for clients; it stays the same over restarts. */
  public String bootstrapServers() {
    return "127.0.0.1:" + port;
  }

  /** The process number of the broker; 0 before the first start. */
  public synchronized long pid() {
    return process == null ? 0 : process.pid();
  }

  /** A handle of the broker's process, if it was ever started. */
  public synchronized Optional<ProcessHandle> handle() {
    return Optional.ofNullable(process).map(ChildProcess::handle);
  }

  /** Whether the broker runs (it may be paused). */
  public synchronized boolean alive() {
    return process != null && process.alive();
  }

  /** Ends the broker in good order. */
  public synchronized void stop() {
    if (alive()) {
      resume();
      process.stop(STOP_PATIENCE);
    }
  }

  /** SIGKILL, as a crash would; {@link #start()} recovers. */
  public synchronized void kill() {
    if (process != null) {
      process.kill();
    }
  }

  /** Freezes the broker: connections stay open and nothing answers. For tests. */
  public synchronized void pause() {
    process.signal("STOP");
    paused = true;
  }

  /** Lets a frozen broker go on. */
  public synchronized void resume() {
    if (paused && alive()) {
      process.signal("CONT");
    }
    paused = false;
  }

  @Override
  public void close() {
    stop();
  }

  private List<String> command(KafkaSettings settings) {
    List<String> options = archive.map(ClassArchive::jvmOptions).orElse(JVM_OPTIONS);
    return ChildProcess.guardedJvm(
        options, classPath, "microstorm.embedded.KafkaMain", settings.arguments());
  }

  private static List<Path> buildClassPath() {
    try (InputStream in = KafkaServer.class.getResourceAsStream("kafka.classpath")) {
      if (in == null) {
        throw new EmbeddedServerException("The broker's class path is unknown: build with Maven.");
      }
      String[] paths =
          new String(in.readAllBytes(), StandardCharsets.UTF_8)
              .strip()
              .split(System.getProperty("path.separator"));
      List<Path> missing = Arrays.stream(paths).map(Path::of).filter(Files::notExists).toList();
      if (!missing.isEmpty()) {
        throw new EmbeddedServerException("The broker needs " + missing + ": build again.");
      }
      return Arrays.stream(paths).map(Path::of).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
