package microstorm.idea.idea;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.util.UUID;

/**
 * Ids of ideas. They hold no time, unlike all other ids (UUIDv7): it would tell when somebody wrote
 * an idea in silence, and thereby who did. They begin like the session's id, so that the ideas of a
 * board stay close to each other in the index, and are random apart from that (UUIDv8).
 */
@ApplicationScoped
public class IdeaIds {

  private static final long SESSION = 0xffff_ffff_ffff_0000L;
  private static final long VERSION_8 = 0x8000L;
  private static final long RANDOM_12 = 0x0fffL;
  private static final long VARIANT = 0x8000_0000_0000_0000L;
  private static final long RANDOM_62 = 0x3fff_ffff_ffff_ffffL;

  private final SecureRandom chance = new SecureRandom();

  /** A new id for an idea of this session. */
  public UUID next(UUID sessionId) {
    return of(sessionId, chance.nextLong(), chance.nextLong());
  }

  /**
   * The id that follows from a hash. It looks like a new one: otherwise the ids would show which
   * ideas come from a client that marks its retries, and thereby who wrote them.
   *
   * @param hash a name-based id, of whose bits the last 74 of the hash are taken
   */
  public UUID from(UUID sessionId, UUID hash) {
    return of(sessionId, hash.getMostSignificantBits(), hash.getLeastSignificantBits());
  }

  private static UUID of(UUID sessionId, long high, long low) {
    return new UUID(
        sessionId.getMostSignificantBits() & SESSION | VERSION_8 | high & RANDOM_12,
        VARIANT | low & RANDOM_62);
  }
}
