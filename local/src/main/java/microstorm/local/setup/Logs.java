package microstorm.local.setup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;

/** Limits the size of log files: each log has one previous file. */
public final class Logs {
  private static final long MAX_BYTES = 20L * 1024 * 1024;
  private static final String PREVIOUS = ".previous";

  private Logs() {}

  /** Renames the old log of a process before its next start. */
  public static void startNew(Path log) {
    try {
      Files.createDirectories(log.getParent());
      if (Files.exists(log)) {
        Files.move(log, previous(log), StandardCopyOption.REPLACE_EXISTING);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Truncates logs that are too large; their processes append, so they can continue. */
  public static void bound(Path directory) {
    try (Stream<Path> logs = Files.list(directory)) {
      for (Path log : logs.filter(path -> path.toString().endsWith(".log")).toList()) {
        if (Files.size(log) > MAX_BYTES) {
          Files.copy(log, previous(log), StandardCopyOption.REPLACE_EXISTING);
          FileChannel.open(log, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)
              .close();
        }
      }
    } catch (IOException e) {
      // The disk is full or a log was deleted: the next attempt follows in a minute.
    }
  }

  /** The last lines of a log. */
  public static String tail(Path log) {
    try {
      List<String> lines = new String(Files.readAllBytes(log)).lines().toList();
      return String.join("\n", lines.subList(Math.max(0, lines.size() - 12), lines.size()));
    } catch (IOException e) {
      return "(nothing)";
    }
  }

  private static Path previous(Path log) {
    return log.resolveSibling(log.getFileName() + PREVIOUS);
  }
}
