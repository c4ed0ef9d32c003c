package microstorm.session.team;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import microstorm.session.access.OwnerAccess;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.RestResponse;

/** Creates teams, for anybody or, where owners sign in, for anybody who signed in. */
@Path("/api/teams")
public class TeamResource {

  private final TeamService teams;
  private final OwnerAccess access;

  TeamResource(TeamService teams, OwnerAccess access) {
    this.teams = teams;
    this.access = access;
  }

  @POST
  @Produces(MediaType.APPLICATION_JSON)
  @APIResponseSchema(value = TeamView.class, responseCode = "201", responseDescription = "Created")
  @APIResponse(responseCode = "401", description = "The ID token is invalid")
  @APIResponse(responseCode = "409", description = "The owner key belongs to another team")
  public RestResponse<TeamView> create(@NotNull @Valid CreateTeam request) {
    TeamView team =
        access
            .host(request.ownerKey(), request.identityToken())
            .map(host -> teams.create(request.name(), host))
            .orElseGet(() -> teams.create(request));
    return RestResponse.status(RestResponse.Status.CREATED, team);
  }
}
