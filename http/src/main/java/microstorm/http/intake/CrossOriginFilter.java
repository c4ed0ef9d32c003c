package microstorm.http.intake;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.CorsHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.Set;
import microstorm.http.HttpConfig;

/**
 * Lets pages of the configured origins call the API from a browser (CORS). All other requests
 * continue unchanged: the platform's own filter would refuse the requests of a page whose address
 * differs from the one that the service sees behind a gateway.
 */
@ApplicationScoped
class CrossOriginFilter {

  private static final String ORIGIN = "Origin";
  private static final int PREFLIGHT_SECONDS = 3_600;

  private static final Set<HttpMethod> METHODS =
      Set.of(HttpMethod.GET, HttpMethod.POST, HttpMethod.PUT, HttpMethod.PATCH, HttpMethod.DELETE);

  private static final Set<String> REQUEST_HEADERS =
      Set.of(
          HttpHeaders.AUTHORIZATION,
          HttpHeaders.CONTENT_TYPE,
          HttpHeaders.IF_NONE_MATCH,
          "Edit-Key",
          "Idempotency-Key",
          "Last-Event-ID");

  private static final Set<String> RESPONSE_HEADERS =
      Set.of(HttpHeaders.ETAG, HttpHeaders.LOCATION, HttpHeaders.RETRY_AFTER, HttpHeaders.ALLOW);

  private final Set<String> origins;
  private final CorsHandler handler;

  CrossOriginFilter(HttpConfig config) {
    this.origins = Set.copyOf(config.allowedOrigins().orElse(List.of()));
    this.handler =
        CorsHandler.create()
            .addOrigins(List.copyOf(origins))
            .allowedMethods(METHODS)
            .allowedHeaders(REQUEST_HEADERS)
            .exposedHeaders(RESPONSE_HEADERS)
            .maxAgeSeconds(PREFLIGHT_SECONDS);
  }

  void register(@Observes Filters filters) {
    if (!origins.isEmpty()) {
      filters.register(this::permit, EarlyRefusals.FILTER_PRIORITY + 2);
    }
  }

  private void permit(RoutingContext request) {
    String origin = request.request().getHeader(ORIGIN);
    if (origin != null && origins.contains(origin)) {
      handler.handle(request);
    } else {
      request.response().headers().add(HttpHeaders.VARY, ORIGIN);
      request.next();
    }
  }
}
