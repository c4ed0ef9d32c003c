package microstorm.session.participant;

import io.quarkus.security.Authenticated;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import microstorm.http.openapi.Raises;
import microstorm.session.core.ApiText;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

@Path("/api/sessions/{id}/ready")
@Authenticated
@Tag(name = "Participants")
public class ReadyResource {

  private final AttendanceService attendance;

  ReadyResource(AttendanceService attendance) {
    this.attendance = attendance;
  }

  @POST
  @Operation(
      operationId = "setReady",
      summary = "Say whether you are ready",
      description =
          "For facilitators and participants with a seat, until the session is over. When every"
              + " connected participant is ready, the quiet phase can end before its minimum time."
              + " A repeated request has no effect and the same answer.")
  @APIResponse(
      responseCode = "200",
      description = "The caller's seat after the change.",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = ParticipantView.class)))
  @Raises({"observer", "not-a-participant", "session-closed"})
  public ParticipantView say(
      @Parameter(description = ApiText.SESSION_ID, example = ApiText.A_SESSION) @RestPath UUID id,
      @NotNull @Valid SetReady request) {
    return attendance.ready(id, request.ready());
  }
}
