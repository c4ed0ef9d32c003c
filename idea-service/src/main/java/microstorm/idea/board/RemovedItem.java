package microstorm.idea.board;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An item that is no longer on the board, as the live stream reports it. */
@Schema(description = "An item that is no longer on the board.")
public record RemovedItem(
    @Schema(description = "The id of the topic, idea, group or action.") UUID id) {}
