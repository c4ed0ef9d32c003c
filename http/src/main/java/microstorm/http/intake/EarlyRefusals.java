package microstorm.http.intake;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.Json;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import microstorm.http.problem.Problem;

/**
 * Answers requests that are refused on the event loop, before authentication and before a worker
 * thread takes them. Counts them by the id of the problem.
 */
@ApplicationScoped
class EarlyRefusals {

  /** Filters with a higher priority run first; the platform's own filters stay below 1,000. */
  static final int FILTER_PRIORITY = 1_000;

  /**
   * The time for a client that is still sending to read the refusal before the connection is
   * closed.
   */
  private static final long LINGER_MILLIS = 2_000;

  private final MeterRegistry meters;
  private final Vertx vertx;

  EarlyRefusals(MeterRegistry meters, Vertx vertx) {
    this.meters = meters;
    this.vertx = vertx;
  }

  /** Answers with the problem and keeps the connection. */
  void refuse(RoutingContext request, Problem problem) {
    HttpServerResponse response = request.response();
    if (response.ended() || response.closed()) {
      return;
    }
    Counter.builder("microstorm.http.refused")
        .description("Requests that were refused before authentication, by problem")
        .tag("problem", problem.type().substring(problem.type().lastIndexOf('#') + 1))
        .register(meters)
        .increment();
    response
        .setStatusCode(problem.status())
        .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
        .end(Json.encode(problem));
  }

  /** Answers a request whose head is refused. Its body, if one follows, is never read. */
  void refuseHead(RoutingContext request, Problem problem) {
    if (RequestBodies.isAnnounced(request.request())) {
      refuseAndClose(request, problem);
    } else {
      refuse(request, problem);
    }
  }

  /** Answers with the problem and closes the connection. Data that still arrives is discarded. */
  void refuseAndClose(RoutingContext request, Problem problem) {
    if (!request.response().headWritten()) {
      request.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
    }
    refuse(request, problem);
    if (!request.request().isEnded()) {
      request.request().handler(discarded -> {}).resume();
      vertx.setTimer(LINGER_MILLIS, timer -> request.request().connection().close());
    }
  }
}
