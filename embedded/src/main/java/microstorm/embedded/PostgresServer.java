package microstorm.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A real Postgres 18 on the loopback, with passwords, whose data survives it. It runs in a session
 * of its own (Ctrl-C in the terminal does not reach it) and stops when this JVM dies.
 *
 * <p>One process at a time may use a data directory; the caller holds a lock for that.
 */
public final class PostgresServer implements AutoCloseable {
  private static final String SUPERUSER = "postgres";
  private static final Duration STOP_PATIENCE = Duration.ofSeconds(4);
  private static final int START_TRIES = 40;

  /**
   * How to run the server.
   *
   * @param binaries where the programs are unpacked (75 MB), once
   * @param directory holds the data and the superuser's password
   * @param log what the server writes is appended to it
   * @param port 0: a free one is chosen, and kept over restarts of this object
   * @param durable whether a commit survives the machine's crash (fsync); only tests do without
   */
  public record Options(
      Path binaries, Path directory, Path log, int port, boolean durable, int maxConnections) {}

  /** What a client needs to connect. */
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
   * Starts the server, creating its data directory the first time, and returns when it takes
   * connections. A server that was left over on the same data is stopped first.
   *
   * @throws EmbeddedServerException if the port is taken or the server does not come up
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
      PostgresProcess.endLeftover(data);
      Ports.requireFree("Postgres", port);
      PostgresSettings.write(data, port, options.durable(), options.maxConnections());
      process = startPatiently();
      return this;
    } catch (IOException e) {
      throw new EmbeddedServerException("Postgres cannot use " + directory + ".", e);
    }
  }

  /**
   * Creates a database and the role that owns it; nobody else may connect to it. Existing ones are
   * kept and the role's password is set.
   */
  public Database createDatabase(String name, String role, String password) {
    PostgresAdmin.createDatabase(superuser, name, role, password);
    return new Database(jdbcUrl(name), role, password);
  }

  /** The superuser's access to the maintenance database, for tests that look inside. */
  public Database superuser() {
    return superuser;
  }

  /** The address of a database of this server; it stays the same over restarts. */
  public String jdbcUrl(String database) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
  }

  /** The TCP port on 127.0.0.1. */
  public int port() {
    return port;
  }

  /** The process number of the postmaster; 0 before the first start. */
  public synchronized long pid() {
    return process == null ? 0 : process.pid();
  }

  /** A handle of the postmaster, if it was ever started. */
  public synchronized Optional<ProcessHandle> handle() {
    return process == null ? Optional.empty() : ProcessHandle.of(process.pid());
  }

  /** Whether the server runs. */
  public synchronized boolean alive() {
    return process != null && process.alive();
  }

  /** A fast shutdown: open transactions are rolled back, everything is written to disk. */
  public synchronized void stop() {
    if (process != null) {
      process.stop(STOP_PATIENCE);
    }
  }

  /** SIGKILL to the postmaster, as a crash would; {@link #start()} recovers. */
  public synchronized void kill() {
    if (process != null) {
      process.kill();
    }
  }

  @Override
  public void close() {
    stop();
  }

  private PostgresProcess startPatiently() {
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
      // After a SIGKILL the backends take a moment to notice that they are alone.
      if (attempt == START_TRIES || !reason.contains("pre-existing shared memory block")) {
        throw new EmbeddedServerException("Postgres did not start; its log says:\n" + reason);
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
