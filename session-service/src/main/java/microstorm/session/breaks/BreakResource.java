package microstorm.session.breaks;

import io.quarkus.security.Authenticated;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.RestResponse;

/** The breaks of a session. */
@Path("/api/sessions/{id}/breaks")
@Authenticated
public class BreakResource {

  private final BreakService breaks;

  BreakResource(BreakService breaks) {
    this.breaks = breaks;
  }

  /** Begins or schedules a break. */
  @POST
  @Produces(MediaType.APPLICATION_JSON)
  @APIResponseSchema(value = BreakView.class, responseCode = "201", responseDescription = "Created")
  public RestResponse<BreakView> take(UUID id, @NotNull @Valid TakeBreak request) {
    return RestResponse.status(RestResponse.Status.CREATED, breaks.take(id, request));
  }

  /** Ends the running break. */
  @DELETE
  @Path("current")
  public void end(UUID id) {
    breaks.end(id);
  }

  /** Cancels a scheduled break. */
  @DELETE
  @Path("{breakId}")
  public void unschedule(UUID id, UUID breakId) {
    breaks.unschedule(id, breakId);
  }
}
