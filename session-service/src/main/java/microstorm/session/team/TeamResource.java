package microstorm.session.team;

import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import microstorm.http.intake.ClientAddress;
import microstorm.http.openapi.Raises;
import microstorm.http.token.Caller;
import microstorm.session.access.OwnerAccess;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/api/teams")
@Tag(name = "Teams", description = "Teams, their keys, and the tokens of their owners and members.")
public class TeamResource {

  private final TeamService teams;
  private final OwnerAccess access;
  private final Caller caller;

  TeamResource(TeamService teams, OwnerAccess access, Caller caller) {
    this.teams = teams;
    this.access = access;
    this.caller = caller;
  }

  @POST
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "createTeam",
      summary = "Create a team",
      description =
          "For anybody without a token or, where owners sign in at an OpenID Connect provider, for"
              + " anybody with an ID token of this provider. Exchange the owner key or the ID token"
              + " for a token with `issueToken`. A repeated request with the same `ownerKey`, or of"
              + " the same person, and the same name returns the same team.")
  @APIResponse(
      responseCode = "201",
      description = "The new team.",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = TeamView.class)))
  @APIResponse(
      responseCode = "200",
      description = "A request with this key or of this person has created the team before.",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = TeamView.class)))
  @Raises({
    "access-by-key",
    "access-by-sign-in",
    "identity-token-wrong",
    "owner-key-in-use",
    "too-many-new-teams"
  })
  public RestResponse<TeamView> create(
      @NotNull @Valid CreateTeam request, @Context HttpServerRequest connection) {
    String address = ClientAddress.of(connection);
    return access
        .signedInOwner(request.ownerKey(), request.identityToken())
        .map(owner -> teams.create(request.name(), owner, address))
        .orElseGet(() -> teams.create(request, address))
        .answer();
  }

  @GET
  @Path("{slug}")
  @RolesAllowed({Caller.OWNER, Caller.MEMBER})
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "getTeam",
      summary = "Get the team",
      description = "For the owners and members of the team.")
  @APIResponse(
      responseCode = "200",
      description = "The team.",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = TeamView.class)))
  @Raises({"not-found"})
  public TeamView get(
      @Parameter(description = KeyResource.SLUG, example = KeyResource.A_SLUG) @RestPath
          String slug) {
    return TeamView.of(teams.get(caller.teamId(), slug));
  }

  @PATCH
  @Path("{slug}")
  @RolesAllowed(Caller.OWNER)
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "changeTeam",
      summary = "Change the team",
      description =
          "For owners. Changes the name, the language, the default template and the retention. The"
              + " slug stays, so that addresses remain valid.")
  @APIResponse(
      responseCode = "200",
      description = "The team after the change.",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = TeamView.class)))
  @Raises({"not-found"})
  public TeamView change(
      @Parameter(description = KeyResource.SLUG, example = KeyResource.A_SLUG) @RestPath
          String slug,
      @NotNull @Valid ChangeTeam request) {
    return TeamView.of(teams.change(caller.teamId(), slug, request));
  }
}
