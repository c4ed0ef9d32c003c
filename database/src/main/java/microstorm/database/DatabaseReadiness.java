package microstorm.database;

import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * The readiness check of the database: it has responded recently. The check uses the last known
 * result, so that a probe waits neither for the database nor for a worker thread.
 */
@Readiness
@ApplicationScoped
class DatabaseReadiness implements AsyncHealthCheck {

  private final DatabasePing ping;

  DatabaseReadiness(DatabasePing ping) {
    this.ping = ping;
  }

  @Override
  public Uni<HealthCheckResponse> call() {
    return Uni.createFrom().item(this::response);
  }

  private HealthCheckResponse response() {
    LastAnswer last = ping.lastAnswer();
    return HealthCheckResponse.named("Database")
        .status(last.isRecent())
        .withData("lastAnswer", last.describe())
        .build();
  }
}
