package microstorm.http.intake;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import microstorm.http.HttpConfig;
import microstorm.http.problem.CommonProblem;
import microstorm.http.problem.Problem;
import microstorm.http.problem.ProblemType;
import org.jboss.logging.Logger;

/**
 * Receives each body on the event loop before the request is authenticated and handed to a worker
 * thread: a slow body holds a connection and nothing else. Refuses bodies that are too large (413),
 * that arrive too slowly (408), those that this process has no room for (503), and those of a GET
 * (400).
 */
@ApplicationScoped
class BodyReceiver {

  private static final Logger LOG = Logger.getLogger(BodyReceiver.class);

  /** How often the bodies are checked. */
  private static final Duration PERIOD = Duration.ofMillis(500);

  private static final int RETRY_SECONDS = 5;

  /** Such a request may be answered for minutes; a body would use memory all the time. */
  private static final Set<HttpMethod> WITHOUT_BODY =
      Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

  private final HttpConfig config;
  private final Vertx vertx;
  private final EarlyRefusals refusals;
  private final BodyBudget budget;
  private final Set<IncomingBody> incoming = ConcurrentHashMap.newKeySet();
  private final Set<IncomingBody> completed = ConcurrentHashMap.newKeySet();
  private final BodyDisplacement displacement;

  BodyReceiver(HttpConfig config, Vertx vertx, EarlyRefusals refusals) {
    this.config = config;
    this.vertx = vertx;
    this.refusals = refusals;
    this.budget =
        new BodyBudget(
            config.bodiesHeld().asLongValue(), config.bodiesHeldPerAddress().asLongValue());
    this.displacement = new BodyDisplacement(incoming, budget);
  }

  void register(@Observes Filters filters) {
    if (config.bodiesHeldPerAddress().asLongValue() < config.maxBody().asLongValue()) {
      throw new IllegalArgumentException(
          "microstorm.http.bodies-held-per-address is less than microstorm.http.max-body, so the"
              + " largest body would always be refused. Raise bodies-held-per-address.");
    }
    filters.register(this::receive, EarlyRefusals.FILTER_PRIORITY);
    vertx.setPeriodic(PERIOD.toMillis(), timer -> checkBodies());
  }

  void receive(RoutingContext routing) {
    HttpServerRequest request = routing.request();
    if (!RequestBodies.isAnnounced(request)) {
      routing.next();
      return;
    }
    if (WITHOUT_BODY.contains(request.method())) {
      refuseBodyOf(routing);
      return;
    }
    long announced = RequestBodies.announcedBytes(request);
    if (announced > config.maxBody().asLongValue()) {
      refuseTooLarge(routing);
      return;
    }
    IncomingBody body = new IncomingBody(routing, this, budget, config);
    incoming.add(body);
    body.receive();
  }

  /** The body is complete and the request continues. */
  void completed(IncomingBody body) {
    completed.add(body);
    incoming.remove(body);
  }

  /** The memory of the body is released. */
  void released(IncomingBody body) {
    incoming.remove(body);
    completed.remove(body);
  }

  /**
   * Takes room for a part of a body. When there is none, it abandons bodies that hardly arrive,
   * those that are furthest behind first, and then bodies of the address that holds most.
   */
  boolean takeRoom(IncomingBody body, int length) {
    while (!budget.take(body.client(), length)) {
      Optional<IncomingBody> displaced = displacement.choose(body, length);
      if (displaced.isEmpty()) {
        return false;
      }
      displaced.get().abandon(this::refuseForLackOfRoom);
    }
    return true;
  }

  /** The bytes of bodies that are held now. */
  long bytesHeld() {
    return budget.held();
  }

  long maxBytes() {
    return config.maxBody().asLongValue();
  }

  void refuseTooLarge(RoutingContext routing) {
    refuse(
        routing,
        CommonProblem.BODY_TOO_LARGE,
        "The body is larger than %d bytes, the most that this service accepts."
            .formatted(maxBytes()));
  }

  void refuseForLackOfRoom(RoutingContext routing) {
    routing.response().putHeader("Retry-After", Integer.toString(RETRY_SECONDS));
    refuse(
        routing,
        CommonProblem.BUSY,
        "The service has no memory for another body at the moment. Try again in %d seconds."
            .formatted(RETRY_SECONDS));
  }

  private void refuseBodyOf(RoutingContext routing) {
    refuse(
        routing,
        CommonProblem.UNEXPECTED_BODY,
        "A %s request must not have a body.".formatted(routing.request().method()));
  }

  private void checkBodies() {
    completed.forEach(IncomingBody::releaseIfAnswered);
    long now = System.nanoTime();
    for (IncomingBody body : incoming) {
      if (body.isTooSlow(now)) {
        body.abandon(this::refuseTooSlow);
      }
    }
  }

  private void refuseTooSlow(RoutingContext routing) {
    LOG.debugf("A body arrived too slowly: %s", routing.normalizedPath());
    refuse(
        routing,
        CommonProblem.BODY_TOO_SLOW,
        "The body did not arrive in time. Send at least %d bytes per second, and all of it within %d seconds."
            .formatted(config.bodyMinRate().asLongValue(), config.bodyDeadline().toSeconds()));
  }

  private void refuse(RoutingContext routing, ProblemType type, String detail) {
    refusals.refuseAndClose(routing, Problem.of(type, detail, routing.normalizedPath()));
  }
}
