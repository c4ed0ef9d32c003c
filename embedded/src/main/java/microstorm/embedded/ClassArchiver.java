package microstorm.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Writes class archives in the background, one at a time and with the lowest priority. Each is
 * written by a JVM that loads the classes of the list, runs nothing of the program, and archives
 * the classes when it ends.
 */
public final class ClassArchiver implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  private final Path log;
  private ChildProcess process;
  private boolean closed;

  /**
   * An archiver.
   *
   * @param log the file to which the output of its processes is appended
   */
  public ClassArchiver(Path log) {
    this.log = log;
  }

  /** Starts to write the archives that are missing, from the present class lists. */
  public void write(List<ClassArchive> archives) {
    Thread thread = new Thread(() -> archives.forEach(this::writeMissing), "class-archiver");
    thread.setDaemon(true);
    thread.start();
  }

  /** Ends a process that is still writing. Its draft is not used. */
  @Override
  public void close() {
    ChildProcess running;
    synchronized (this) {
      closed = true;
      running = process;
    }
    if (running != null) {
      running.kill();
    }
  }

  private void writeMissing(ClassArchive archive) {
    Path directory = archive.file().getParent();
    Path draft = directory.resolve("draft-" + UUID.randomUUID());
    try {
      if (archive.missing() && !isClosed()) {
        Directories.delete(directory);
        Files.createDirectories(directory);
        if (run(archive.writingCommand(draft))) {
          Files.move(draft, archive.file(), StandardCopyOption.ATOMIC_MOVE);
        }
        Directories.delete(draft);
      }
    } catch (IOException | RuntimeException e) {
      report(
          "The class archive %s was not written, so later starts take longer: %s"
              .formatted(archive.file(), e));
    }
  }

  /** Whether a command succeeded. */
  private boolean run(List<String> command) {
    List<String> niced = new ArrayList<>(List.of("nice", "-n", "19"));
    niced.addAll(command);
    ChildProcess started;
    synchronized (this) {
      if (closed) {
        return false;
      }
      started = ChildProcess.start(niced, Map.of(), log);
      process = started;
    }
    if (!started.waitFor(PATIENCE)) {
      started.kill();
    }
    return started.succeeded();
  }

  private synchronized boolean isClosed() {
    return closed;
  }

  private void report(String problem) {
    try {
      Files.writeString(log, problem + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      // The disk is full or the data directory was deleted, so the problem cannot be reported.
    }
  }
}
