package microstorm.embedded;

import java.io.IOException;

/** Signals that {@link ProcessHandle} has no method for. */
final class Signals {
  private Signals() {}

  static void send(long pid, String name) {
    try {
      int exit =
          new ProcessBuilder("sh", "-c", "kill -\"$1\" \"$2\"", "sh", name, Long.toString(pid))
              .inheritIO()
              .start()
              .waitFor();
      if (exit != 0) {
        throw new EmbeddedServerException("Process " + pid + " did not take SIG" + name + ".");
      }
    } catch (IOException e) {
      throw new EmbeddedServerException("No shell to send a signal with.", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
