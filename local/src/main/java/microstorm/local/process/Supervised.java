package microstorm.local.process;

import java.util.Optional;

/** A process that is restarted when it dies. */
public interface Supervised {
  String name();

  /** Starts the process. A server returns when it responds, a service at once. */
  void start();

  boolean alive();

  /** Whether the process is ready; called often. */
  boolean ready();

  void stop();

  void kill();

  Optional<ProcessHandle> handle();

  /** The version of the program. */
  String version();

  /** The port on which it serves; 0 if it was not started. */
  int port();

  /** The port of the health checks; 0 if there are none. */
  default int managementPort() {
    return 0;
  }
}
