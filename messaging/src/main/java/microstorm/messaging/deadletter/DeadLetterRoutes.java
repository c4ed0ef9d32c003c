package microstorm.messaging.deadletter;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.vertx.http.ManagementInterface;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Map;
import java.util.Optional;
import microstorm.messaging.LoopbackFilter;
import microstorm.messaging.ManagementProblem;
import microstorm.messaging.MessagingConfig;
import org.jboss.logging.Logger;

/**
 * Serves the dead letters on the management port: {@code GET} lists them, {@code POST .../replay}
 * publishes one again. They contain texts of users, even from the quiet phase, and a replay
 * publishes events. So the routes are only for clients on the machine or in the pod itself, and not
 * for everyone who may read metrics.
 */
@ApplicationScoped
class DeadLetterRoutes {

  private static final Logger LOG = Logger.getLogger(DeadLetterRoutes.class);
  private static final String PATH = "/q/dead-letters";
  private static final int LIMIT = 1_000;
  private static final int DEFAULT_LIMIT = 100;

  private final DeadLetters letters;
  private final ObjectMapper json;
  private final MessagingConfig config;

  DeadLetterRoutes(DeadLetters letters, ObjectMapper json, MessagingConfig config) {
    this.letters = letters;
    this.json = json;
    this.config = config;
  }

  void add(@Observes ManagementInterface management) {
    Router router = management.router();
    router
        .route(PATH + "*")
        .handler(
            new LoopbackFilter(
                "Dead letters can be read only on the same machine or in the same Pod. Use kubectl"
                    + " port-forward or docker compose exec."));
    router.get(PATH).blockingHandler(this::list, false);
    router
        .post(PATH + "/:eventId/replay")
        .handler(BodyHandler.create(false).setBodyLimit(config.maxPayloadBytes()))
        .blockingHandler(this::replay, false)
        .failureHandler(this::fail);
    router.route(PATH + "*").failureHandler(this::fail);
  }

  private void list(RoutingContext request) {
    int limit = limit(request.request().getParam("limit"));
    if (limit < 1 || limit > LIMIT) {
      ManagementProblem.INVALID.answer(request, "limit must be from 1 to " + LIMIT + ".");
      return;
    }
    answer(request, 200, "application/json", Map.of("deadLetters", letters.list(limit)));
  }

  private void replay(RoutingContext request) {
    // Quarkus may have read the body already, with a limit of its own.
    if (request.body().length() > config.maxPayloadBytes()) {
      request.fail(413);
      return;
    }
    String eventId = request.pathParam("eventId");
    String repaired = request.body().asString();
    if (repaired != null && repaired.isBlank()) {
      repaired = null;
    }
    if (repaired != null && !isJson(repaired)) {
      ManagementProblem.INVALID.answer(
          request, "The body must be the repaired payload as JSON, or empty.");
      return;
    }
    try {
      Optional<DeadLetter> replayed = letters.replay(eventId, repaired);
      if (replayed.isEmpty()) {
        ManagementProblem.NOT_FOUND.answer(request, "No dead letter has this event id.");
        return;
      }
      LOG.infof("Replayed %s %s", replayed.get().type(), replayed.get().eventId());
      answer(request, 202, "application/json", replayed.get());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      request.fail(503);
    } catch (Exception e) {
      request.fail(503, e);
    }
  }

  private void fail(RoutingContext request) {
    if (request.statusCode() == 413) {
      ManagementProblem.BODY_TOO_LARGE.answer(
          request, "The body must have at most " + config.maxPayloadBytes() + " bytes.");
    } else {
      LOG.warnf("Cannot read or replay dead letters: %s", request.failure());
      ManagementProblem.UNAVAILABLE.answer(request, "Kafka is unavailable. Please try again.");
    }
  }

  private static int limit(String text) {
    try {
      return text == null ? DEFAULT_LIMIT : Integer.parseInt(text);
    } catch (NumberFormatException e) {
      return 0;
    }
  }

  private boolean isJson(String text) {
    try {
      return !json.readTree(text).isMissingNode();
    } catch (JsonProcessingException e) {
      return false;
    }
  }

  private void answer(RoutingContext request, int status, String type, Object body) {
    try {
      request
          .response()
          .setStatusCode(status)
          .putHeader("content-type", type)
          .end(json.writeValueAsString(body));
    } catch (JsonProcessingException e) {
      request.fail(500, e);
    }
  }
}
