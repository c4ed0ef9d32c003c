package microstorm.session.card;

import io.quarkus.security.Authenticated;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
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

@Path("/api/sessions/{id}/cards")
@Authenticated
@Tag(name = "Prompt cards", description = "Questions and words for writers who are stuck.")
public class CardResource {

  private final CardService cards;

  CardResource(CardService cards) {
    this.cards = cards;
  }

  @GET
  @Operation(
      operationId = "listDecks",
      summary = "List the decks of prompt cards",
      description =
          "For everybody in the session, owners and members. The group's own cards are a deck with the"
              + " name `own`.")
  @APIResponse(
      responseCode = "200",
      description = "The decks.",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = DeckList.class)))
  public DeckList list(
      @Parameter(description = ApiText.SESSION_ID, example = ApiText.A_SESSION) @RestPath UUID id) {
    return cards.list(id);
  }

  @POST
  @Operation(
      operationId = "drawCard",
      summary = "Draw a prompt card",
      description =
          "For facilitators and participants with a seat, in the quiet phase. Draws the next card"
              + " of a deck. Only the caller sees it. No card comes twice before all cards of the"
              + " deck have come. Each request draws another card.")
  @APIResponse(
      responseCode = "200",
      description = "The card.",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = DrawnCard.class)))
  @Raises({"observer", "not-a-participant", "session-closed", "not-quiet", "break-running"})
  public DrawnCard draw(
      @Parameter(description = ApiText.SESSION_ID, example = ApiText.A_SESSION) @RestPath UUID id,
      @NotNull @Valid DrawCard request) {
    return cards.draw(id, request);
  }
}
