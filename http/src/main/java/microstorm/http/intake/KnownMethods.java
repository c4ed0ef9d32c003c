package microstorm.http.intake;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.config.MeterFilterReply;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.impl.HttpServerRequestInternal;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import microstorm.http.problem.CommonProblem;
import microstorm.http.problem.Problem;

/**
 * Keeps the methods and paths that clients invent out of the request metrics. A request with an
 * unknown method is refused (405) before anything else is done, and all of them share one series.
 *
 * <p>The unknown method's own series is denied, not mapped: the registry remembers every series
 * that a filter maps by its original name.
 */
@Singleton
class KnownMethods implements MeterFilter {

  /**
   * The value of the tags {@code method} and {@code uri} for methods and paths that the API does
   * not have.
   */
  static final String OTHER = "other";

  private static final String ALLOW = "GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS";
  private static final Set<String> METHODS = Set.of(ALLOW.split(", "));
  private static final String METERS = "http.server.";
  private static final String REQUESTS = METERS + "requests";

  /** The platform's binder takes the tag {@code uri} from here; a matched endpoint replaces it. */
  private static final String URI_TAG = "UrlPathTemplate";

  private final Instance<MeterRegistry> meters;
  private final Instance<EarlyRefusals> refusals;

  /** Both are looked up at the first refusal: the registry needs this filter to be built. */
  KnownMethods(Instance<MeterRegistry> meters, Instance<EarlyRefusals> refusals) {
    this.meters = meters;
    this.refusals = refusals;
  }

  @Override
  public MeterFilterReply accept(Meter.Id id) {
    String method = id.getName().startsWith(METERS) ? id.getTag("method") : null;
    return method == null || METHODS.contains(method) || method.equals(OTHER)
        ? MeterFilterReply.NEUTRAL
        : MeterFilterReply.DENY;
  }

  void register(@Observes Filters filters) {
    filters.register(this::check, EarlyRefusals.FILTER_PRIORITY + 3);
  }

  private void check(RoutingContext request) {
    ((HttpServerRequestInternal) request.request()).context().putLocal(URI_TAG, OTHER);
    if (METHODS.contains(request.request().method().name())) {
      request.next();
      return;
    }
    Timer.builder(REQUESTS)
        .tags("method", OTHER, "uri", OTHER, "outcome", "CLIENT_ERROR", "status", "405")
        .register(meters.get())
        .record(0, TimeUnit.NANOSECONDS);
    Problem problem =
        Problem.of(
            CommonProblem.METHOD_NOT_ALLOWED,
            "No path supports this method. Use one of the methods in the header Allow.",
            request.normalizedPath());
    request.response().putHeader("Allow", ALLOW);
    refusals.get().refuseHead(request, problem);
  }
}
