package microstorm.embedded.postgres;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import microstorm.embedded.ChildProcess;
import microstorm.embedded.Directories;
import microstorm.embedded.EmbeddedServerException;

/**
 * The settings of the embedded Postgres: small, on the loopback only, with passwords and little
 * logging.
 */
final class PostgresSettings {
  private PostgresSettings() {}

  /** Rewrites the settings, which is safe at each start since the port may differ. */
  static void write(Path data, int port, boolean durable, int maxConnections) throws IOException {
    String on = durable ? "on" : "off";
    // A failed statement and the values of a violated key may contain hidden ideas, so neither goes
    // into the log.
    Files.writeString(
        data.resolve("postgresql.conf"),
        """
        listen_addresses = '127.0.0.1'
        unix_socket_directories = ''
        port = %d
        max_connections = %d
        password_encryption = 'scram-sha-256'
        shared_buffers = '64MB'
        max_wal_size = '256MB'
        io_method = 'sync'
        jit = off
        fsync = %s
        full_page_writes = %s
        synchronous_commit = %s
        timezone = 'UTC'
        log_timezone = 'UTC'
        default_text_search_config = 'pg_catalog.english'
        log_checkpoints = off
        log_error_verbosity = 'terse'
        log_min_error_statement = 'panic'
        """
            .formatted(port, maxConnections, on, on, on));
  }

  /** Creates the data directory atomically, and removes the remains of interrupted attempts. */
  static void createCluster(
      Unprivileged account, PostgresBinaries binaries, Path data, Path password, boolean durable)
      throws IOException {
    String drafts = data.getFileName() + ".";
    try (Stream<Path> siblings = Files.list(data.getParent())) {
      siblings
          .filter(path -> path.getFileName().toString().startsWith(drafts))
          .forEach(Directories::delete);
    }
    Path draft = data.resolveSibling(drafts + UUID.randomUUID());
    initialize(account, binaries, draft, password, durable);
    Files.move(draft, data);
  }

  /** Runs initdb with Postgres's own UTF-8 locale, independent of the machine's locales. */
  private static void initialize(
      Unprivileged account, PostgresBinaries binaries, Path data, Path password, boolean durable)
      throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                binaries.program("initdb"),
                "-D",
                data.toString(),
                "-U",
                "postgres",
                "--pwfile",
                password.toString(),
                "--auth",
                "scram-sha-256",
                "--encoding",
                "UTF8",
                "--locale",
                "C",
                "--locale-provider",
                "builtin",
                "--builtin-locale",
                "C.UTF-8",
                "--no-instructions"));
    if (!durable) {
      command.add("--no-sync");
    }
    ProcessBuilder builder =
        new ProcessBuilder(ChildProcess.ignoringTheTerminal(account.command(command)))
            .redirectErrorStream(true)
            .directory(data.getParent().toFile());
    PostgresProcess.clean(builder.environment());
    Process process = builder.start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      if (process.waitFor() != 0) {
        throw new EmbeddedServerException(
            "Postgres could not create its data directory:\n" + output);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new EmbeddedServerException(
          "Interrupted while Postgres created its data directory.", e);
    }
  }
}
