package microstorm.session.card;

import io.quarkus.security.Authenticated;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.UUID;

/** Prompt cards. */
@Path("/api/sessions/{id}/cards")
@Authenticated
public class CardResource {

  private final CardService cards;

  CardResource(CardService cards) {
    this.cards = cards;
  }

  @GET
  public DeckList list(UUID id) {
    return cards.list(id);
  }

  /** Draws the next card of a deck. Only the caller sees it. */
  @POST
  public DrawnCard draw(UUID id, @NotNull @Valid DrawCard request) {
    return cards.draw(id, request);
  }
}
