package microstorm.http.intake;

import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import microstorm.connections.ConnectionGuards;
import microstorm.http.HttpConfig;

/**
 * Enables the guards of connections before the HTTP servers start. Netty decides at its first
 * server or client of the process whether it loads them, so this class must run before any code
 * that could start one.
 */
@ApplicationScoped
class ConnectionSettings {

  private final HttpConfig config;

  ConnectionSettings(HttpConfig config) {
    this.config = config;
  }

  /** The static initialization of Quarkus precedes everything that opens connections. */
  static void load(@Observes @Initialized(ApplicationScoped.class) Object container) {
    ConnectionGuards.load();
  }

  void start(@Observes @Priority(1) StartupEvent event) {
    ConnectionGuards.enable(config.headTimeout(), config.pipelined());
    if (LaunchMode.current() == LaunchMode.NORMAL) {
      // in tests Quarkus gives Netty a class loader that does not see the guards
      ConnectionGuards.requireLoaded();
    }
  }
}
