package microstorm.web;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.Json;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Refuses a body that announces more bytes than the service takes (413) before any of it is read.
 * Bodies without a length are cut by {@code quarkus.http.limits.max-body-size}.
 */
@ApplicationScoped
class BodyLimit {

  /** Before every other filter: nothing is worth doing for a body that is not going to be read. */
  private static final int FIRST = 1_000;

  private final long maxBytes;

  BodyLimit(WebConfig config) {
    this.maxBytes = config.maxBody().asLongValue();
  }

  void register(@Observes Filters filters) {
    filters.register(this::check, FIRST);
  }

  private void check(RoutingContext request) {
    if (announcedBytes(request) <= maxBytes) {
      request.next();
      return;
    }
    Problem problem =
        Problem.of(
            "too-large",
            "Body too large",
            413,
            "The body has more than the %d bytes that this service takes.".formatted(maxBytes),
            request.normalizedPath());
    request
        .response()
        .setStatusCode(problem.status())
        .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
        .putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE)
        .end(Json.encode(problem));
  }

  private static long announcedBytes(RoutingContext request) {
    String length = request.request().getHeader(HttpHeaders.CONTENT_LENGTH);
    try {
      return length == null ? 0 : Long.parseLong(length.strip());
    } catch (NumberFormatException notANumber) {
      return Long.MAX_VALUE;
    }
  }
}
