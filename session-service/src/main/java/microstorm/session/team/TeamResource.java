package microstorm.session.team;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.jboss.resteasy.reactive.RestResponse;

/** Teams: anyone may create one. */
@Path("/api/teams")
public class TeamResource {

  private final TeamService teams;

  TeamResource(TeamService teams) {
    this.teams = teams;
  }

  @POST
  public RestResponse<TeamView> create(@NotNull @Valid CreateTeam request) {
    return RestResponse.status(RestResponse.Status.CREATED, teams.create(request));
  }
}
