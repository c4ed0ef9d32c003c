package microstorm.session.card;

/** A prompt card, seen by its drawer alone. */
public record DrawnCard(String deck, String text) {}
