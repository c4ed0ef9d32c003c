package microstorm.idea.room;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How many ideas each room has. */
@Schema(description = "How many ideas each room has, on the live stream.")
public record RoomCountList(@Schema(description = "The rooms, by number.") List<RoomCount> rooms) {}
