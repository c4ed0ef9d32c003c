package microstorm.embedded;

import java.io.IOException;

/** Sends signals for which {@link ProcessHandle} has no method. */
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
        throw new EmbeddedServerException(
            "Cannot send the signal SIG" + name + " to process " + pid + ".");
      }
    } catch (IOException e) {
      throw new EmbeddedServerException("Cannot start a shell to send a signal.", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
