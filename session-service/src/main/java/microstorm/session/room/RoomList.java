package microstorm.session.room;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The rooms of the group. */
@Schema(description = "The rooms of the group.")
public record RoomList(
    @Schema(description = "The rooms by number; empty when the group is not split.")
        List<RoomView> items) {}
