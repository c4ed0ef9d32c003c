package microstorm.session.phase;

import io.quarkus.security.Authenticated;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.Path;
import java.util.UUID;
import microstorm.http.openapi.Raises;
import microstorm.session.core.ApiText;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

@Path("/api/sessions/{id}/phase/announcement")
@Authenticated
@Tag(name = "Phases")
public class AnnouncementResource {

  private final AnnouncementService announcements;

  AnnouncementResource(AnnouncementService announcements) {
    this.announcements = announcements;
  }

  @DELETE
  @Operation(
      operationId = "stopPhase",
      summary = "Stop an announced phase",
      description =
          "For owners, members and facilitators. The announced phase does not begin, and the present one"
              + " goes on. A repetition changes nothing. It has no effect on a phase that has begun"
              + " already.")
  @APIResponse(responseCode = "204", description = "No phase is announced.")
  @Raises("not-facilitator")
  public void stop(
      @Parameter(description = ApiText.SESSION_ID, example = ApiText.A_SESSION) @RestPath UUID id) {
    announcements.stop(id);
  }
}
