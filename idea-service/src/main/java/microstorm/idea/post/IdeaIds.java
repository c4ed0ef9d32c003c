package microstorm.idea.post;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.util.UUID;

/**
 * Generates the ids of ideas. Unlike all other ids (UUIDv7), they contain no time, because it would
 * show when an idea was written in the quiet phase and could thereby reveal its author. They have
 * the form of the ids that clients choose (UUIDv4). Otherwise ids would show which ideas come from
 * a client that chooses them.
 */
@ApplicationScoped
public class IdeaIds {

  private static final int RANDOM_VERSION = 4;
  private static final int RFC_VARIANT = 2;
  private static final long VERSION_BITS = 0xf000L;
  private static final long VERSION_4 = 0x4000L;
  private static final long VARIANT = 0x8000_0000_0000_0000L;
  private static final long RANDOM_62 = 0x3fff_ffff_ffff_ffffL;

  private final SecureRandom random = new SecureRandom();

  /** A new id for an idea. */
  public UUID next() {
    return of(random.nextLong(), random.nextLong());
  }

  /**
   * The id that is derived from a hash. It looks like a random one. Otherwise ids would show which
   * ideas come from a client that sends retry keys, and could thereby reveal their authors.
   *
   * @param hash a name-based id; 122 bits of its hash are used
   */
  public UUID from(UUID hash) {
    return of(hash.getMostSignificantBits(), hash.getLeastSignificantBits());
  }

  /** Whether an id has the form of a random one (UUIDv4), which holds no time. */
  public static boolean isRandom(UUID id) {
    return id.version() == RANDOM_VERSION && id.variant() == RFC_VARIANT;
  }

  private static UUID of(long high, long low) {
    return new UUID(high & ~VERSION_BITS | VERSION_4, low & RANDOM_62 | VARIANT);
  }
}
