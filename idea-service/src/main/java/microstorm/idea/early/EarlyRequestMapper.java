package microstorm.idea.early;

import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import microstorm.http.problem.ProblemMappers;
import microstorm.http.token.Caller;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/**
 * Answers early requests after they were repeated. It is an exception mapper because a mapper can
 * answer later without a thread that waits, while the operations themselves block.
 */
class EarlyRequestMapper {

  private final PhaseRetry retry;
  private final ProblemMappers problems;
  private final Caller caller;

  EarlyRequestMapper(PhaseRetry retry, ProblemMappers problems, Caller caller) {
    this.retry = retry;
    this.problems = problems;
    this.caller = caller;
  }

  @ServerExceptionMapper
  Uni<Response> repeat(EarlyRequest early, UriInfo uri, RoutingContext http) {
    EarlyClient client = new EarlyClient(caller.requester().orElseThrow(), http);
    UUID sessionId = UUID.fromString(uri.getPathParameters().getFirst("sessionId"));
    return retry
        .repeatAfterChange(client, sessionId, early::repeat, early.refusal())
        .map(EarlyRequestMapper::answer)
        .onFailure()
        .recoverWithItem(failure -> problems.answer(failure, uri));
  }

  /** The answer that Quarkus REST makes of the result of a resource method. */
  private static Response answer(Object result) {
    if (result == null) {
      return Response.noContent().build();
    }
    return result instanceof RestResponse<?> response
        ? response.toResponse()
        : Response.ok(result, MediaType.APPLICATION_JSON_TYPE).build();
  }
}
