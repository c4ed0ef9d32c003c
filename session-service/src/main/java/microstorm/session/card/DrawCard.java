package microstorm.session.card;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * Somebody is stuck.
 *
 * @param deck the name of a deck; {@code own} is the group's
 * @param seed optional: another order of the cards
 */
public record DrawCard(@NotNull @Size(max = 40) String deck, Long seed) {}
