package microstorm.embedded.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import microstorm.embedded.Directories;
import microstorm.embedded.EmbeddedServerException;
import microstorm.embedded.Ports;

/**
 * A real Postgres 18 on the loopback, with passwords. Its data survives a restart. It runs in a
 * session of its own, so that Ctrl-C in the terminal does not reach it, and stops when this JVM
 * dies.
 *
 * <p>Only one process at a time may use a data directory; the caller must hold a lock for it.
 */
public final class PostgresServer implements AutoCloseable {
  private static final String SUPERUSER = "postgres";
  private static final Duration STOP_PATIENCE = Duration.ofSeconds(4);
  private static final int START_TRIES = 40;

  /**
   * The options of the server.
   *
   * @param binaries the directory into which the programs are unpacked once (75 MB)
   * @param directory the directory of the data and the superuser's password
   * @param log the file to which the server's output is appended
   * @param port the port; 0 for a free one, which this object keeps over restarts
   * @param durable whether a commit survives a crash of the machine (fsync); false only in tests
   */
  public record Options(
      Path binaries, Path directory, Path log, int port, boolean durable, int maxConnections) {}

  /** The address and the login of a database. */
  public record Database(String jdbcUrl, String username, String password) {}

  private final Options options;
  private final int port;
  private final Path directory;
  private final Path data;
  private final Path log;
  private final Unprivileged account;
  private final PostgresBinaries binaries;
  private PostgresProcess process;
  private Database superuser;

  /**
   * Unpacks the programs; {@link #start()} starts the server.
   *
   * @throws EmbeddedServerException if Postgres cannot run on this machine or for this user
   */
  public PostgresServer(Options options) {
    this.options = options;
    port = options.port() == 0 ? Ports.free() : options.port();
    directory = options.directory().toAbsolutePath();
    data = directory.resolve("data");
    log = options.log().toAbsolutePath();
    account = Unprivileged.choose();
    binaries = PostgresBinaries.unpackedIn(options.binaries());
    account.requireUsable(binaries.program("postgres"));
  }

  /**
   * Starts the server and returns when it accepts connections. The first start creates the data
   * directory. A server that still runs on the same data is stopped first.
   *
   * @throws EmbeddedServerException if the port is in use or the server does not start
   */
  public synchronized PostgresServer start() {
    if (alive()) {
      return this;
    }
    try {
      Files.createDirectories(directory);
      Files.createDirectories(log.getParent());
      if (!Files.exists(log)) {
        Files.createFile(log);
      }
      account.claim(log);
      account.claim(directory);
      superuser = new Database(jdbcUrl(SUPERUSER), SUPERUSER, password());
      if (!Files.isDirectory(data)) {
        PostgresSettings.createCluster(
            account, binaries, data, directory.resolve("superuser.password"), options.durable());
      }
      requireSameMajorVersion();
      PostgresProcess.endLeftover(data);
      Ports.requireFree("Postgres", port);
      PostgresSettings.write(data, port, options.durable(), options.maxConnections());
      process = startWithRetries();
      return this;
    } catch (IOException e) {
      throw new EmbeddedServerException("Postgres cannot use the directory " + directory + ".", e);
    }
  }

  /** Each major version of Postgres has its own format of the data directory. */
  private void requireSameMajorVersion() throws IOException {
    String written = Files.readString(data.resolve("PG_VERSION")).strip();
    String here = version().replaceFirst("\\..*", "");
    if (!written.equals(here)) {
      throw new EmbeddedServerException(
          "The data in "
              + directory
              + " belong to Postgres "
              + written
              + ", and this is Postgres "
              + here
              + ". Make a backup with the version of Microstorm that used them last, and restore it"
              + " with this one into another directory.");
    }
  }

  /**
   * Creates a database and the role that owns it; other roles may not connect to it. An existing
   * database or role is kept, and the role's password is set.
   */
  public Database createDatabase(String name, String role, String password) {
    PostgresAdmin.createDatabase(superuser, name, role, password);
    return new Database(jdbcUrl(name), role, password);
  }

  /** The superuser's access to the maintenance database, for tests. */
  public Database superuser() {
    return superuser;
  }

  /** The address of a database of this server; it stays the same over restarts. */
  public String jdbcUrl(String database) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
  }

  /** The version of the programs, such as {@code 18.6.0}. */
  public String version() {
    return binaries.version();
  }

  /** The TCP port on 127.0.0.1. */
  public int port() {
    return port;
  }

  /** The process id of the postmaster; 0 before the first start. */
  public synchronized long pid() {
    return process == null ? 0 : process.pid();
  }

  /** A handle of the postmaster, if it was started before. */
  public synchronized Optional<ProcessHandle> handle() {
    return process == null ? Optional.empty() : ProcessHandle.of(process.pid());
  }

  /** Whether the server is running. */
  public synchronized boolean alive() {
    return process != null && process.alive();
  }

  /** Shuts the server down fast: it rolls back open transactions and writes everything to disk. */
  public synchronized void stop() {
    if (process != null) {
      process.stop(STOP_PATIENCE);
    }
  }

  /** Kills the postmaster with SIGKILL, like a crash; {@link #start()} recovers. */
  public synchronized void kill() {
    if (process != null) {
      process.kill();
    }
  }

  @Override
  public void close() {
    stop();
  }

  private PostgresProcess startWithRetries() {
    List<String> command =
        account.command(
            List.of(
                binaries.program("pg_ctl"),
                "start",
                "-w",
                "-s",
                "-t",
                "60",
                "-D",
                data.toString(),
                "-l",
                log.toString()));
    for (int attempt = 1; ; attempt++) {
      long logged = Directories.size(log);
      Optional<PostgresProcess> started = PostgresProcess.start(command, data);
      if (started.isPresent()) {
        return started.get();
      }
      String reason = Directories.tail(log, logged);
      // After a SIGKILL, the backends need a moment to notice that the postmaster has died.
      if (attempt == START_TRIES || !reason.contains("pre-existing shared memory block")) {
        throw new EmbeddedServerException("Postgres did not start. The end of its log:\n" + reason);
      }
      PostgresProcess.pause();
    }
  }

  private String password() throws IOException {
    Path file = directory.resolve("superuser.password");
    if (!Files.exists(file)) {
      Directories.writePrivately(file, UUID.randomUUID().toString());
      account.claim(file);
    }
    return Files.readString(file).strip();
  }
}
