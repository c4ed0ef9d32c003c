package microstorm.session.event;

import java.time.Instant;
import java.util.UUID;
import microstorm.messaging.outbox.OutgoingEvent;

/** A key of a team was revoked: tokens that were issued for it are no longer valid. */
public record TeamKeyRevoked(UUID teamId, UUID keyId, Instant revokedAt) implements OutgoingEvent {

  @Override
  public String type() {
    return "microstorm.team.key-revoked.v1";
  }

  @Override
  public UUID key() {
    return teamId;
  }
}
