package microstorm.embedded.postgres;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import microstorm.embedded.Processes;

/**
 * A running postmaster and the shell that stops it when the shell's standard input ends. The
 * postmaster is not a child of this JVM: pg_ctl starts it in a session of its own.
 */
public final class PostgresProcess {
  private static final String GUARD = readGuard();
  private static final String UNUSED_PID = Integer.toString(Integer.MAX_VALUE - 1);

  private final Path data;
  private final ProcessHandle postmaster;
  private Process guard;

  private PostgresProcess(Path data, ProcessHandle postmaster, Process guard) {
    this.data = data;
    this.postmaster = postmaster;
    this.guard = guard;
  }

  /** Starts the guard, which starts the server; empty if the server does not start. */
  static Optional<PostgresProcess> start(List<String> command, Path data) {
    try {
      Process guard = guard(data, command);
      return guarded(guard)
          .flatMap(ProcessHandle::of)
          .map(postmaster -> new PostgresProcess(data, postmaster, guard));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Stops a server that is still running on this data. If its process id belongs to another process
   * by now, replaces the id, so that Postgres starts.
   */
  static void endLeftover(Path data) throws IOException {
    Path file = data.resolve("postmaster.pid");
    if (!Files.exists(file)) {
      return;
    }
    List<String> lines = new ArrayList<>(Files.readAllLines(file));
    Optional<ProcessHandle> process =
        lines.stream()
            .findFirst()
            .map(String::strip)
            .filter(line -> line.matches("\\d+"))
            .flatMap(line -> ProcessHandle.of(Long.parseLong(line)));
    if (process.filter(running -> isPostmaster(running, data)).isPresent()) {
      new PostgresProcess(data, process.get(), null).stop(Duration.ofSeconds(12));
    } else if (process.isPresent()) {
      // By now, the id belongs to another program or to a dead process that was not reaped.
      // The other lines stay: with them, Postgres checks that no backend is left.
      lines.set(0, UNUSED_PID);
      Files.write(file, lines);
    }
  }

  private static boolean isPostmaster(ProcessHandle process, Path data) {
    return Processes.runs(process)
        && process.info().commandLine().orElse("").contains(data.toString());
  }

  long pid() {
    return postmaster.pid();
  }

  boolean alive() {
    return Processes.runs(postmaster);
  }

  void stop(Duration patience) {
    try {
      if (guard == null || !guard.isAlive()) {
        guard = guard(data, List.of());
        guarded(guard);
      }
      guard.getOutputStream().close();
      Instant deadline = Instant.now().plus(patience);
      while (alive() && Instant.now().isBefore(deadline)) {
        pause();
      }
      kill();
    } catch (IOException e) {
      kill();
    }
  }

  void kill() {
    postmaster.destroyForcibly();
    while (alive()) {
      pause();
    }
    if (guard != null) {
      guard.destroyForcibly();
    }
  }

  public static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(25);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Removes variables that the user has set for another Postgres. */
  static void clean(Map<String, String> environment) {
    environment.keySet().removeIf(name -> name.startsWith("PG") || name.startsWith("LC_"));
  }

  private static Process guard(Path data, List<String> start) throws IOException {
    List<String> command = new ArrayList<>(List.of("sh", "-c", GUARD, "guard", data.toString()));
    command.addAll(start);
    ProcessBuilder builder = new ProcessBuilder(command).directory(data.getParent().toFile());
    clean(builder.environment());
    return builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
  }

  private static Optional<Long> guarded(Process guard) throws IOException {
    BufferedReader output =
        new BufferedReader(new InputStreamReader(guard.getInputStream(), StandardCharsets.UTF_8));
    String line = output.readLine();
    return Optional.ofNullable(line)
        .filter(text -> text.matches("guarding \\d+"))
        .map(text -> Long.valueOf(text.substring("guarding ".length())));
  }

  private static String readGuard() {
    try (InputStream in = PostgresProcess.class.getResourceAsStream("guard.sh")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
