package microstorm.embedded.kafka;

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
import microstorm.embedded.ChildProcess;
import microstorm.embedded.ClassArchive;
import microstorm.embedded.Directories;
import microstorm.embedded.EmbeddedServerException;
import microstorm.embedded.Ports;
import org.apache.kafka.common.utils.AppInfoParser;

/**
 * The real Kafka 4.1 broker in KRaft mode, in a JVM of its own with 256 MB of heap, on the
 * loopback. Its data survives a restart. It stops when this JVM dies.
 */
public final class KafkaServer implements AutoCloseable {
  /** The largest message in bytes: large enough for a whole imported session. */
  public static final int MAX_MESSAGE_BYTES = 8 * 1024 * 1024;

  /** The version of the broker and of its clients. */
  public static final String VERSION = AppInfoParser.getVersion();

  private static final Duration START_PATIENCE = Duration.ofSeconds(60);
  private static final Duration STOP_PATIENCE = Duration.ofSeconds(5);
  private static final List<String> JVM_OPTIONS =
      List.of(
          "-Xmx256m",
          "-XX:+UseSerialGC",
          // only the first compiler: in a short-lived broker, the second costs more than it saves
          "-XX:TieredStopAtLevel=1",
          "-XX:+ExitOnOutOfMemoryError",
          "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
          "-Dorg.slf4j.simpleLogger.showDateTime=true",
          "-Dorg.slf4j.simpleLogger.dateTimeFormat=yyyy-MM-dd'T'HH:mm:ss.SSSXXX");

  /**
   * The options of the broker.
   *
   * @param directory the directory of the data and the settings
   * @param log the file to which the broker's output is appended
   * @param classPath the broker's jars; if empty, those that this module was built against
   * @param port the port for clients; 0 for a free one, which this object keeps over restarts
   * @param controllerPort the port of the controller, likewise
   */
  public record Options(
      Path directory, Path log, List<Path> classPath, int port, int controllerPort) {}

  /**
   * A topic to create.
   *
   * @param retention the minimum time that an event is kept; empty for ever
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

  /** A broker that starts without a class archive. */
  public KafkaServer(Options options) {
    this(options, Optional.empty());
  }

  /**
   * A broker that starts faster when its class archive exists.
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
   * Starts the broker and returns when it responds.
   *
   * @throws EmbeddedServerException if a port is in use or the broker does not start within a
   *     minute
   */
  public synchronized KafkaServer start() {
    if (alive()) {
      return this;
    }
    Ports.requireFree("Kafka", port);
    Ports.requireFree("Kafka's controller", controllerPort);
    BrokerSettings settings = BrokerSettings.write(directory, port, controllerPort);
    long logged = Directories.size(log);
    process = ChildProcess.start(command(settings), Map.of(), log);
    paused = false;
    if (!KafkaAdmin.awaitReady(bootstrapServers(), START_PATIENCE, process::alive)) {
      process.kill();
      throw new EmbeddedServerException(
          "Kafka did not start. The end of its log:\n" + Directories.tail(log, logged));
    }
    return this;
  }

  /** Creates topics; existing ones stay unchanged. */
  public void createTopics(List<Topic> topics) {
    KafkaAdmin.createTopics(bootstrapServers(), topics);
  }

  /** The class archive of the broker. */
  public Optional<ClassArchive> classArchive() {
    return archive;
  }

  /** The address for clients; it stays the same over restarts. */
  public String bootstrapServers() {
    return "127.0.0.1:" + port;
  }

  /** The TCP port for clients on 127.0.0.1. */
  public int port() {
    return port;
  }

  /** The process id of the broker; 0 before the first start. */
  public synchronized long pid() {
    return process == null ? 0 : process.pid();
  }

  /** A handle of the broker's process, if it was started before. */
  public synchronized Optional<ProcessHandle> handle() {
    return Optional.ofNullable(process).map(ChildProcess::handle);
  }

  /** Whether the broker is running, possibly paused. */
  public synchronized boolean alive() {
    return process != null && process.alive();
  }

  /** Stops the broker cleanly. */
  public synchronized void stop() {
    if (alive()) {
      resume();
      process.stop(STOP_PATIENCE);
    }
  }

  /** Kills the broker with SIGKILL, like a crash; {@link #start()} recovers. */
  public synchronized void kill() {
    if (process != null) {
      process.kill();
    }
  }

  /** Suspends the broker for tests: connections stay open, but it does not respond. */
  public synchronized void pause() {
    process.signal("STOP");
    paused = true;
  }

  /** Resumes a suspended broker. */
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

  private List<String> command(BrokerSettings settings) {
    List<String> options = archive.map(ClassArchive::jvmOptions).orElse(JVM_OPTIONS);
    return ChildProcess.guardedJvm(
        options, classPath, "microstorm.embedded.kafka.KafkaMain", settings.arguments());
  }

  private static List<Path> buildClassPath() {
    try (InputStream in = KafkaServer.class.getResourceAsStream("kafka.classpath")) {
      if (in == null) {
        throw new EmbeddedServerException("Kafka's class path is unknown. Build with Maven.");
      }
      String[] paths =
          new String(in.readAllBytes(), StandardCharsets.UTF_8)
              .strip()
              .split(System.getProperty("path.separator"));
      List<Path> missing = Arrays.stream(paths).map(Path::of).filter(Files::notExists).toList();
      if (!missing.isEmpty()) {
        throw new EmbeddedServerException("Kafka lacks the files " + missing + ". Build again.");
      }
      return Arrays.stream(paths).map(Path::of).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
