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
 * Makes the trace that a request brings the current one, for its events and its log lines, where no
 * spans are made. Where they are, the server's span does it.
 */
@ApplicationScoped
class RequestTrace {

  /** Behind the refusal of what is not going to be read, before everything that logs. */
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

  /** The request's own Vert.x context holds the trace, and ends with the request. */
  private static void join(RoutingContext request) {
    String traceparent = request.request().getHeader(Tracing.HEADER);
    if (traceparent != null && VertxContext.isOnDuplicatedContext()) {
      QuarkusContextStorage.INSTANCE.attach(Vertx.currentContext(), Tracing.continued(traceparent));
    }
    request.next();
  }
}
