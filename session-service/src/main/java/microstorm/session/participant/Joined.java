package microstorm.session.participant;

import java.time.Instant;
import java.util.UUID;

/** Somebody takes part from now on, with this token until it expires. */
public record Joined(
    UUID participantId, String name, String role, String token, Instant expiresAt) {

  /** Nobody reads it in a log. */
  @Override
  public String toString() {
    return "Joined";
  }
}
