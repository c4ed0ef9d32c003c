package microstorm.report.platform;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.vertx.http.ManagementInterface;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import microstorm.messaging.LoopbackFilter;

/** Serves the platform report with its evidence on the management port, for the operator only. */
@ApplicationScoped
class PlatformRoutes {

  private static final String PATH = "/q/platform";

  private final PlatformReports reports;
  private final ObjectMapper json;

  PlatformRoutes(PlatformReports reports, ObjectMapper json) {
    this.reports = reports;
    this.json = json;
  }

  void add(@Observes ManagementInterface management) {
    Router router = management.router();
    router
        .get(PATH)
        .handler(
            new LoopbackFilter(
                "The details of the platform report can be read only on the same machine or in the"
                    + " same Pod. Use kubectl port-forward or docker compose exec."))
        .blockingHandler(this::answer, false);
  }

  private void answer(RoutingContext request) {
    try {
      String body = json.writeValueAsString(reports.details());
      request
          .response()
          .putHeader("content-type", "application/json")
          .putHeader("cache-control", "no-store")
          .end(body);
    } catch (JsonProcessingException e) {
      request.fail(e);
    }
  }
}
