package microstorm.session.seat;

import io.vertx.core.http.HttpServerRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import microstorm.http.intake.ClientAddress;
import microstorm.http.openapi.Raises;
import microstorm.session.core.ApiText;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** Brings people back to their seats. */
@Path("/api/sessions/{id}/participants/rejoin")
@Tag(name = "Participants")
public class RejoinResource {

  private final RejoinService rejoining;

  RejoinResource(RejoinService rejoining) {
    this.rejoining = rejoining;
  }

  @POST
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "rejoinSession",
      summary = "Come back to a seat",
      description =
          "For the holder of a seat's rejoin key, without a code and without a token, also when the"
              + " session is over or its codes were renewed. The answer has a new token for the same"
              + " seat, with which the person's ideas and dots are their own. Earlier tokens stay"
              + " valid. Nobody comes back to a seat that was left or removed. A screen"
              + " gets its first token here too, as soon as a facilitator has admitted it.")
  @APIResponse(
      responseCode = "200",
      description = "The seat, with a new token.",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = Joined.class)))
  @Raises({"rejoin-key-wrong", "seat-left", "screen-not-admitted", "too-many-wrong-codes"})
  public Joined rejoin(
      @Parameter(description = ApiText.SESSION_ID, example = ApiText.A_SESSION) @RestPath UUID id,
      @NotNull @Valid Rejoin request,
      @Context HttpServerRequest connection) {
    return rejoining.rejoin(id, new RejoinKey(request.rejoinKey()), ClientAddress.of(connection));
  }
}
