package microstorm.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Processes of the operating system, ours or not. */
public final class Processes {
  private Processes() {}

  /**
   * Whether a process runs. One that is dead but not yet reaped does not, although the JDK calls it
   * alive: in a container whose first process reaps nobody it stays so for ever.
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
