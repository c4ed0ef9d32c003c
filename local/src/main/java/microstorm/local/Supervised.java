package microstorm.local;

import java.util.Optional;

/** A process that is started again when it dies. */
interface Supervised {
  String name();

  /** Starts it; a server returns when it answers, a service at once. */
  void start();

  boolean alive();

  /** Whether it does its work; asked often. */
  boolean ready();

  void stop();

  void kill();

  Optional<ProcessHandle> handle();

  /** The port of its health checks; 0 if it has none. */
  default int managementPort() {
    return 0;
  }
}
