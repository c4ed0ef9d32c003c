package microstorm.session.participant;

import io.quarkus.security.Authenticated;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.UUID;

/** Records whether a participant is ready. */
@Path("/api/sessions/{id}/ready")
@Authenticated
public class ReadyResource {

  private final AttendanceService attendance;

  ReadyResource(AttendanceService attendance) {
    this.attendance = attendance;
  }

  @POST
  public ParticipantView say(UUID id, @NotNull @Valid SetReady request) {
    return attendance.ready(id, request.ready());
  }
}
