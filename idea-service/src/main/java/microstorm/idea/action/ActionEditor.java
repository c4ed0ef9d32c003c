package microstorm.idea.action;

import java.util.UUID;
import microstorm.idea.viewer.Viewer;
import org.jspecify.annotations.Nullable;

/**
 * A person who changes an action.
 *
 * @param teamId the team whose actions the person may reach
 * @param sessionId the session in which the change happens; null outside of one
 */
record ActionEditor(Viewer viewer, UUID teamId, @Nullable UUID sessionId) {}
