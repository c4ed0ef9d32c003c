package microstorm.session.card;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * A request to draw a card.
 *
 * @param deck the name of a deck; {@code own} is the group's own deck
 * @param seed optional; another seed gives another order of the cards
 */
public record DrawCard(@NotNull @Size(max = 40) String deck, Long seed) {}
