package microstorm.session.plan;

import io.quarkus.security.Authenticated;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.UUID;

/** The codes for joining a session. */
@Path("/api/sessions/{id}/join-code")
@Authenticated
public class JoinCodeResource {

  private final PlanService planning;

  JoinCodeResource(PlanService planning) {
    this.planning = planning;
  }

  /** Makes new codes. The old ones stop working at once. */
  @POST
  public JoinCodes renew(UUID id) {
    return JoinCodes.of(planning.renewCodes(id));
  }
}
