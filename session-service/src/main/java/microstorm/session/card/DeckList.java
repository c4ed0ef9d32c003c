package microstorm.session.card;

import java.util.List;

/** The decks that cards can be drawn from. */
public record DeckList(List<Deck> items) {

  /** A deck, with the number of its cards. */
  public record Deck(String name, String title, int cards) {

    static Deck of(PromptDeck deck) {
      return new Deck(deck.name(), deck.title(), deck.cards().size());
    }
  }
}
