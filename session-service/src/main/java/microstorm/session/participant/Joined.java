package microstorm.session.participant;

import java.time.Instant;
import java.util.UUID;

/** The answer to a request to join, with a token that is valid until it expires. */
public record Joined(
    UUID participantId, String name, String role, String token, Instant expiresAt) {

  /** Keeps the token out of logs. */
  @Override
  public String toString() {
    return "Joined";
  }
}
