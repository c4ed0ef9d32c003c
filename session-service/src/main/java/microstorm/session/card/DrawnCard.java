package microstorm.session.card;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A prompt card, which only its drawer sees. */
@Schema(description = "A prompt card. Only the person who drew it sees it.")
public record DrawnCard(
    @Schema(description = "The name of the deck.", examples = "scamper") String deck,
    @Schema(
            description = "The question or word, up to 200 characters.",
            examples = "Substitute: who else could do this step?")
        String text) {}
