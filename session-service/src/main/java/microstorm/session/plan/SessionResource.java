package microstorm.session.plan;

import io.quarkus.security.Authenticated;
import io.quarkus.vertx.http.Uncompressed;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.groups.ConvertGroup;
import jakarta.validation.groups.Default;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import microstorm.session.core.Actor;
import microstorm.session.core.ActorResolver;
import microstorm.session.core.RetryKey;
import microstorm.session.core.Session;
import microstorm.web.input.IdempotencyKey;
import microstorm.web.problem.CommonProblem;
import microstorm.web.token.Caller;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** The sessions of a team. */
@Path("/api/sessions")
@Authenticated
public class SessionResource {

  private static final int MAX_PAGE = 200;

  private final Caller caller;
  private final ActorResolver actors;
  private final PlanService planning;

  SessionResource(Caller caller, ActorResolver actors, PlanService planning) {
    this.caller = caller;
    this.actors = actors;
    this.planning = planning;
  }

  /** The sessions of the team, in pages. */
  @GET
  @RolesAllowed(Caller.OWNER)
  @Transactional
  public SessionPage list(
      @RestQuery String cursor, @RestQuery @DefaultValue("50") @Min(1) @Max(MAX_PAGE) int limit) {
    List<Session> found = Session.page(caller.teamId(), parse(cursor), limit + 1);
    List<SessionSummary> items = found.stream().limit(limit).map(SessionSummary::of).toList();
    String next = found.size() > limit ? items.get(items.size() - 1).id().toString() : null;
    return new SessionPage(items, next);
  }

  /** Plans a session. The same Idempotency-Key returns the same session again. */
  @POST
  @Produces(MediaType.APPLICATION_JSON)
  @APIResponseSchema(
      value = SessionView.class,
      responseCode = "201",
      responseDescription = "Planned")
  @APIResponse(
      responseCode = "404",
      description = "The template does not exist or belongs to another team")
  @RolesAllowed(Caller.OWNER)
  @Transactional
  public RestResponse<SessionView> plan(
      @NotNull @Valid @ConvertGroup(from = Default.class, to = PlanSession.New.class)
          PlanSession request,
      @RestHeader(IdempotencyKey.HEADER)
          @Pattern(regexp = IdempotencyKey.PATTERN, message = IdempotencyKey.MESSAGE)
          String retryKey) {
    Session planned =
        planning.plan(caller.teamId(), request, retryKey == null ? null : new RetryKey(retryKey));
    SessionView view = SessionView.of(new Actor(planned, Caller.OWNER, Optional.empty()));
    return ResponseBuilder.<SessionView>created(URI.create("/api/sessions/" + planned.id))
        .entity(view)
        .build();
  }

  /**
   * A session, for the owner of its team and its participants. The answer contains codes for
   * leaders, and names that participants choose.
   */
  @GET
  @Uncompressed
  @Path("{id}")
  @Transactional
  public SessionView get(UUID id) {
    return SessionView.of(actors.in(id));
  }

  /** Changes the plan of a session that has not started. */
  @PATCH
  @Path("{id}")
  @Transactional
  public SessionView change(
      UUID id,
      @NotNull @Valid @ConvertGroup(from = Default.class, to = PlanSession.Change.class)
          PlanSession request) {
    return SessionView.of(planning.change(id, request));
  }

  private static UUID parse(String cursor) {
    try {
      return cursor == null ? null : UUID.fromString(cursor);
    } catch (IllegalArgumentException notACursor) {
      throw CommonProblem.CURSOR_INVALID.exception();
    }
  }
}
