package microstorm.session.team;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.vertx.http.ManagementInterface;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import microstorm.http.problem.ProblemException;
import microstorm.messaging.LoopbackFilter;
import microstorm.messaging.ManagementProblem;
import microstorm.session.access.OwnerAccess;
import org.jboss.logging.Logger;

/**
 * Adds an owner key to a team whose owners have lost theirs: {@code POST
 * /q/teams/<slug>/owner-keys} on the management port. Only for clients on the machine or in the Pod
 * itself. The other keys stay valid; an owner can revoke them with a token of the new one.
 */
@ApplicationScoped
class OwnerKeyRoutes {

  private static final Logger LOG = Logger.getLogger(OwnerKeyRoutes.class);
  private static final String PATH = "/q/teams/:slug/owner-keys";
  private static final int CREATED = 201;

  private final TeamKeys keys;
  private final OwnerAccess access;
  private final ObjectMapper json;

  OwnerKeyRoutes(TeamKeys keys, OwnerAccess access, ObjectMapper json) {
    this.keys = keys;
    this.access = access;
    this.json = json;
  }

  void add(@Observes ManagementInterface management) {
    Router router = management.router();
    router
        .route(PATH)
        .handler(
            new LoopbackFilter(
                "Owner keys are added only for the machine or Pod itself. Use kubectl port-forward"
                    + " or docker compose exec."))
        .failureHandler(OwnerKeyRoutes::fail);
    router.post(PATH).blockingHandler(this::reset, false).failureHandler(OwnerKeyRoutes::fail);
  }

  private void reset(RoutingContext request) {
    try {
      access.requireKeys();
    } catch (ProblemException signIn) {
      ManagementProblem.INVALID.answer(request, signIn.getMessage());
      return;
    }
    String slug = request.pathParam("slug");
    Optional<AddedKey> added = keys.reset(slug);
    if (added.isEmpty()) {
      ManagementProblem.NOT_FOUND.answer(request, "No team has this slug.");
      return;
    }
    LOG.infof("An operator added an owner key to the team %s.", slug);
    request
        .response()
        .setStatusCode(CREATED)
        .putHeader("content-type", "application/json")
        .putHeader("cache-control", "no-store")
        .end(text(added.get()));
  }

  private String text(AddedKey key) {
    try {
      return json.writeValueAsString(key);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void fail(RoutingContext request) {
    LOG.warnf("Cannot add an owner key: %s", request.failure());
    ManagementProblem.UNAVAILABLE.answer(request, "The database is unavailable. Please try again.");
  }
}
