package microstorm.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Checks processes of the operating system. */
public final class Processes {
  private Processes() {}

  /**
   * Whether a process is running. A dead process that was not reaped is not running, although the
   * JDK reports it as alive; in a container whose first process does not reap, it stays in that
   * state for ever.
   */
  public static boolean runs(ProcessHandle process) {
    return process.isAlive() && !zombie(process.pid());
  }

  private static boolean zombie(long pid) {
    try {
      String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
      return stat.substring(stat.lastIndexOf(')')).startsWith(") Z");
    } catch (IOException e) {
      return false;
    }
  }
}
