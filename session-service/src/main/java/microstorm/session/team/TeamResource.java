package microstorm.session.team;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.RestResponse;

/** Teams: anyone may create one. */
@Path("/api/teams")
public class TeamResource {

  private final TeamService teams;

  TeamResource(TeamService teams) {
    this.teams = teams;
  }

  @POST
  @Produces(MediaType.APPLICATION_JSON)
  @APIResponseSchema(value = TeamView.class, responseCode = "201", responseDescription = "Created")
  @APIResponse(responseCode = "409", description = "The owner key owns a team of another name")
  public RestResponse<TeamView> create(@NotNull @Valid CreateTeam request) {
    return RestResponse.status(RestResponse.Status.CREATED, teams.create(request));
  }
}
