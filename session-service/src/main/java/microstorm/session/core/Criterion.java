package microstorm.session.core;

import jakarta.persistence.Embeddable;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A requirement that a good idea must meet. */
@Embeddable
@Schema(description = "A requirement that a good idea must meet.")
public record Criterion(
    @Schema(
            description =
                "The id of the criterion, to which marks refer. A criterion whose text stays the"
                    + " same keeps its id.")
        UUID id,
    @Schema(description = "The requirement.", examples = "Costs nothing") String text) {}
