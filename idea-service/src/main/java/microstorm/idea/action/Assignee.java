package microstorm.idea.action;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The person who will do an action.
 *
 * @param name null while nobody is named
 * @param participantId the person's seat; null for a person without a known seat
 */
record Assignee(@Nullable String name, @Nullable UUID participantId) {}
