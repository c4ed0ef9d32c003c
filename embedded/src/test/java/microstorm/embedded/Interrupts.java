package microstorm.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Checks in Linux's process table whether Ctrl-C would reach a process. */
final class Interrupts {
  private static final int SIGINT_BIT = 1 << 1;
  private static final int SESSION_FIELD = 3;

  private Interrupts() {}

  static boolean ignored(long pid) {
    String mask =
        read(pid, "status")
            .lines()
            .filter(line -> line.startsWith("SigIgn:"))
            .findFirst()
            .orElseThrow()
            .substring("SigIgn:".length())
            .strip();
    return (Long.parseUnsignedLong(mask, 16) & SIGINT_BIT) != 0;
  }

  static boolean inOwnSession(long pid) {
    String stat = read(pid, "stat");
    String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
    return Long.parseLong(fields[SESSION_FIELD]) == pid;
  }

  private static String read(long pid, String file) {
    try {
      return Files.readString(Path.of("/proc", Long.toString(pid), file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
