package microstorm.session.card;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A request to draw a card. */
@Schema(description = "A request for the next card of a deck.")
public record DrawCard(
    @Schema(
            description = "The name of the deck; `own` for the group's own cards.",
            examples = "scamper")
        @NotNull
        @Size(max = 40)
        String deck,
    @Schema(
            description =
                "Each number gives another order of the cards. By default the order depends on the"
                    + " session and the person.",
            examples = "7")
        Long seed) {}
