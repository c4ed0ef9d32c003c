package microstorm.messaging.trace;

import io.quarkus.opentelemetry.runtime.QuarkusContextStorage;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.smallrye.common.vertx.VertxContext;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Makes the trace of a request current for its events and log lines, if spans are disabled.
 * Otherwise the server's span does so.
 */
@ApplicationScoped
class RequestTrace {

  /** After the filters that refuse requests early, and before everything that logs. */
  private static final int EARLY = 500;

  private final boolean disabled;

  RequestTrace(
      @ConfigProperty(name = "quarkus.otel.sdk.disabled", defaultValue = "false")
          boolean disabled) {
    this.disabled = disabled;
  }

  void register(@Observes Filters filters) {
    if (disabled) {
      filters.register(RequestTrace::join, EARLY);
    }
  }

  /** Attaches the trace to the request's own Vert.x context, which ends with the request. */
  private static void join(RoutingContext request) {
    String traceparent = request.request().getHeader(Tracing.HEADER);
    if (traceparent != null && VertxContext.isOnDuplicatedContext()) {
      QuarkusContextStorage.INSTANCE.attach(Vertx.currentContext(), Tracing.continued(traceparent));
    }
    request.next();
  }
}
