package microstorm.web.intake;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import microstorm.connections.ConnectionGuards;
import microstorm.web.WebConfig;

/** Switches the guards of connections on, before the HTTP servers start. */
@ApplicationScoped
class ConnectionSettings {

  private final WebConfig config;

  ConnectionSettings(WebConfig config) {
    this.config = config;
  }

  void start(@Observes StartupEvent event) {
    ConnectionGuards.enable(config.headTimeout(), config.pipelined());
  }
}
