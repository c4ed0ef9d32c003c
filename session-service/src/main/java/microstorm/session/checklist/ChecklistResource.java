package microstorm.session.checklist;

import io.quarkus.security.Authenticated;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.UUID;

/** The environment's checklist. */
@Path("/api/sessions/{id}/checklist")
@Authenticated
public class ChecklistResource {

  private final ChecklistService checklists;

  ChecklistResource(ChecklistService checklists) {
    this.checklists = checklists;
  }

  /** Ticks exactly these items. */
  @PUT
  public Checklist tick(UUID id, @NotNull @Valid TickPoints request) {
    return checklists.tick(id, request.ticked());
  }
}
