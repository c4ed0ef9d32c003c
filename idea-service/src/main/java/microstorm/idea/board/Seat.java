package microstorm.idea.board;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.UUID;

/**
 * A person who takes part in a session, according to the events of session-service.
 *
 * @param present false when the person left or was removed
 * @param room the number of the person's room; null when the group is not split
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Seat(
    UUID participantId, String name, String role, boolean ready, boolean present, Integer room) {}
