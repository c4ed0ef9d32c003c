package microstorm.session.card;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The decks that cards can be drawn from. */
@Schema(description = "The decks that cards can be drawn from.")
public record DeckList(@Schema(description = "The decks.") List<Deck> items) {

  /** A deck, with the number of its cards. */
  @Schema(description = "A deck of prompt cards.")
  public record Deck(
      @Schema(
              description = "The name of the deck, for requests; `own` for the group's own cards.",
              examples = "scamper")
          String name,
      @Schema(
              description = "The name of the deck, for people.",
              examples = "SCAMPER: change something that exists")
          String title,
      @Schema(description = "The number of cards.", minimum = "1", examples = "20") int cards) {

    static Deck of(PromptDeck deck) {
      return new Deck(deck.name(), deck.title(), deck.cards().size());
    }
  }
}
