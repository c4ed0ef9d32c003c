package microstorm.session.checklist;

import io.quarkus.security.Authenticated;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.PUT;
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

@Path("/api/sessions/{id}/checklist")
@Authenticated
@Tag(
    name = "Checklist",
    description = "The points that make the environment of the group comfortable.")
public class ChecklistResource {

  private final ChecklistService checklists;

  ChecklistResource(ChecklistService checklists) {
    this.checklists = checklists;
  }

  @PUT
  @Operation(
      operationId = "tickChecklist",
      summary = "Tick the items of the checklist",
      description =
          "For owners, members and facilitators, until the session is over. Ticks exactly these items and"
              + " unticks the others. The checklist does not prevent anything.")
  @APIResponse(
      responseCode = "200",
      description = "The checklist after the change.",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = Checklist.class)))
  @Raises({"not-facilitator", "session-closed"})
  public Checklist tick(
      @Parameter(description = ApiText.SESSION_ID, example = ApiText.A_SESSION) @RestPath UUID id,
      @NotNull @Valid TickItems request) {
    return checklists.tick(id, request.ticked());
  }
}
