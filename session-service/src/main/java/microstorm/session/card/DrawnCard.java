package microstorm.session.card;

/** A prompt card, which only its drawer sees. */
public record DrawnCard(String deck, String text) {}
