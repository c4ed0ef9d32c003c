package microstorm.idea.board;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.UUID;

/**
 * Somebody who takes part in a session, as session-service told it.
 *
 * @param present false when they left or were removed
 * @param room the number of the room they sit in; null when the group is not split
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Seat(
    UUID participantId, String name, String role, boolean ready, boolean present, Integer room) {}
