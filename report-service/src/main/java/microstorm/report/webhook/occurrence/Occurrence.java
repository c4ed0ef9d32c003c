package microstorm.report.webhook.occurrence;

import java.time.Instant;
import java.util.UUID;
import microstorm.report.webhook.WebhookEventType;
import org.jspecify.annotations.Nullable;

/**
 * What happened, as it is noted until there is a delivery for each webhook that asked for it.
 *
 * @param teamId null if the session tells it
 * @param sessionId null for an action whose session was deleted
 * @param detail what only the event says, as JSON; null for none
 */
record Occurrence(
    UUID eventId,
    WebhookEventType type,
    @Nullable UUID teamId,
    @Nullable UUID sessionId,
    @Nullable UUID actionId,
    Instant at,
    @Nullable String detail) {

  /** What the end of a session says. */
  record Closing(int participants) {}
}
