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
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import microstorm.http.input.IdempotencyKey;
import microstorm.http.openapi.Raises;
import microstorm.http.token.Caller;
import microstorm.session.core.Actor;
import microstorm.session.core.ActorResolver;
import microstorm.session.core.ApiText;
import microstorm.session.deletion.Retention;
import microstorm.session.request.Created;
import microstorm.session.request.RetryKey;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

@Path("/api/sessions")
@Authenticated
@Tag(name = "Sessions", description = "The sessions of a team, from the plan to the end.")
public class SessionResource {

  private static final int MAX_PAGE = 200;

  private final Caller caller;
  private final ActorResolver actors;
  private final PlanService planning;
  private final Retention retention;
  private final SessionPages pages;
  private final Clock clock;

  SessionResource(
      Caller caller,
      ActorResolver actors,
      PlanService planning,
      Retention retention,
      SessionPages pages,
      Clock clock) {
    this.caller = caller;
    this.actors = actors;
    this.planning = planning;
    this.retention = retention;
    this.pages = pages;
    this.clock = clock;
  }

  @GET
  @RolesAllowed({Caller.OWNER, Caller.MEMBER})
  @Transactional
  @Operation(
      operationId = "listSessions",
      summary = "List the team's sessions",
      description =
          "For owners and members. The sessions come in pages, newest first. Sessions of imported logs are"
              + " included.")
  @APIResponse(
      responseCode = "200",
      description = "A page of sessions.",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = SessionPage.class)))
  public SessionPage list(
      @Parameter(
              description =
                  "The value of `next` from the previous page; absent for the first page.",
              example = ApiText.A_SESSION)
          @RestQuery
          String cursor,
      @Parameter(description = "The maximum number of sessions in the page.", example = "50")
          @RestQuery
          @DefaultValue("50")
          @Min(1)
          @Max(MAX_PAGE)
          int limit,
      @Parameter(
              description =
                  "The phases of the listed sessions, separated by commas. By default all except"
                      + " `cancelled`, because a cancelled session was never held.",
              example = "planned,lobby")
          @RestQuery
          @Size(min = 1, max = PhaseList.MAX_LENGTH)
          String phase) {
    return pages.read(caller.teamId(), PhaseList.read(phase), cursor, limit);
  }

  @POST
  @Produces(MediaType.APPLICATION_JSON)
  @RolesAllowed({Caller.OWNER, Caller.MEMBER})
  @Transactional
  @Operation(
      operationId = "planSession",
      summary = "Plan a session",
      description =
          "For owners and members. The session begins in the phase `planned`, and people can take seats at"
              + " once. The answer has the codes for joining. A repeated request with the same"
              + " `Idempotency-Key` and body returns the same session as it is now.")
  @APIResponse(
      responseCode = "201",
      description = "The new session.",
      headers =
          @Header(
              name = HttpHeaders.LOCATION,
              description = "The path of the session.",
              required = true,
              schema =
                  @Schema(
                      type = SchemaType.STRING,
                      format = "uri-reference",
                      examples = "/api/sessions/" + ApiText.A_SESSION)),
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = SessionView.class)))
  @APIResponse(
      responseCode = "200",
      description = "A request with this `Idempotency-Key` has planned this session before.",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = SessionView.class)))
  @Raises({
    "not-found",
    "id-in-use",
    "number-in-use",
    "problem-missing",
    "criteria-missing",
    "session-list-full"
  })
  public RestResponse<SessionView> plan(
      @NotNull @Valid PlanSession request,
      @Parameter(
              description =
                  "A text that the client chooses for this request, such as a random UUID, so that"
                      + " it can be repeated. Without it each request plans another session.",
              example = ApiText.A_KEY)
          @RestHeader(IdempotencyKey.HEADER)
          @Pattern(regexp = IdempotencyKey.PATTERN, message = IdempotencyKey.MESSAGE)
          String retryKey) {
    RetryKey key = retryKey == null ? null : new RetryKey(retryKey);
    Created<SessionView> planned =
        planning
            .plan(caller.teamId(), request, key)
            .map(session -> view(new Actor(session, caller.role(), Optional.empty())));
    return planned.fresh()
        ? ResponseBuilder.<SessionView>create(RestResponse.Status.CREATED, planned.value())
            .header(HttpHeaders.LOCATION, "/api/sessions/" + planned.value().id())
            .build()
        : planned.answer();
  }

  // uncompressed: the answer holds codes next to names that participants choose (docs/security.md)
  @GET
  @Uncompressed
  @Path("{id}")
  @Transactional
  @Operation(
      operationId = "getSession",
      summary = "Get a session",
      description =
          "For everybody in the session, owners and members. Only owners, members and facilitators see the"
              + " codes and the group's own cards.")
  @APIResponse(
      responseCode = "200",
      description = "The session.",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = SessionView.class)))
  public SessionView get(
      @Parameter(description = ApiText.SESSION_ID, example = ApiText.A_SESSION) @RestPath UUID id) {
    return view(actors.in(id));
  }

  @PATCH
  @Path("{id}")
  @Transactional
  @Operation(
      operationId = "changeSession",
      summary = "Change a session",
      description =
          "For owners, members and facilitators, in the phases `planned` and `lobby`. A request with"
              + " nothing but `number` and `summary` is possible later, too: for facilitators until"
              + " the session is closed or cancelled, for owners and members at any time. Report and"
              + " log follow. An absent field stays as it is.")
  @APIResponse(
      responseCode = "200",
      description = "The session after the change.",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = SessionView.class)))
  @Raises({
    "not-facilitator",
    "already-started",
    "session-closed",
    "number-in-use",
    "problem-missing",
    "criteria-missing"
  })
  public SessionView change(
      @Parameter(description = ApiText.SESSION_ID, example = ApiText.A_SESSION) @RestPath UUID id,
      @NotNull @Valid ChangeSession request) {
    return view(planning.change(id, request));
  }

  private SessionView view(Actor actor) {
    UUID id = actor.session().id;
    return SessionView.of(actor, retention.dates(List.of(id)).get(id), clock.instant());
  }
}
