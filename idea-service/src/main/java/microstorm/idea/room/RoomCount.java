package microstorm.idea.room;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How many ideas a room has. */
@Schema(description = "How many ideas a room has. Its ideas themselves are for the room alone.")
public record RoomCount(
    @Schema(description = "The number of the room.", minimum = "1", examples = "1") int room,
    @Schema(description = "The number of ideas in the room.", minimum = "0", examples = "7")
        int ideas) {}
