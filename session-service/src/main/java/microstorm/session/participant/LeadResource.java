package microstorm.session.participant;

import io.quarkus.security.Authenticated;
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

/** Lets another person lead a session. */
@Path("/api/sessions/{id}/participants/{participantId}/lead")
@Authenticated
@Tag(name = "Participants")
public class LeadResource {

  private final AttendanceService attendance;

  LeadResource(AttendanceService attendance) {
    this.attendance = attendance;
  }

  @POST
  @Operation(
      operationId = "shareLead",
      summary = "Let a participant lead",
      description =
          "For owners, members and facilitators, until the session is over. The participant becomes a"
              + " facilitator and keeps the seat, its ideas and its dots. The caller still leads too,"
              + " and hands over the lead by leaving. The participant's token works with this"
              + " service at once; for the board they need the new token from `rejoinSession`."
              + " The participant must be present and not an observer. A repeated request has"
              + " no effect and the same answer.")
  @APIResponse(
      responseCode = "200",
      description = "The participant, who is a facilitator now.",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = ParticipantView.class)))
  @Raises({"not-facilitator", "observer", "session-closed"})
  public ParticipantView lead(
      @Parameter(description = ApiText.SESSION_ID, example = ApiText.A_SESSION) @RestPath UUID id,
      @Parameter(description = ApiText.PARTICIPANT_ID, example = ApiText.A_PARTICIPANT) @RestPath
          UUID participantId) {
    return attendance.promote(id, participantId);
  }
}
