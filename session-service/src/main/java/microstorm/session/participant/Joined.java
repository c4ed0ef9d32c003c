package microstorm.session.participant;

import java.time.Instant;
import java.util.UUID;

/** Somebody takes part from now on, with this token until it expires. */
public record Joined(
    UUID participantId, String name, String role, String token, Instant expiresAt) {}
