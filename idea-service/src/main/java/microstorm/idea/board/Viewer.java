package microstorm.idea.board;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import microstorm.web.Caller;

/**
 * Somebody before a board.
 *
 * @param id the participant; for an owner the team
 * @param role owner, facilitator, participant or observer
 * @param keys what their own words are recognised by: their token's key first, then those they
 *     brought along from another device; empty for an owner
 */
public record Viewer(UUID id, String role, List<WriterKey> keys) {

  /** Whether they have a seat in the session; an owner who did not join has none. */
  public boolean isSeated() {
    return !role.equals(Caller.OWNER);
  }

  /** Whether they lead the session. */
  public boolean leads() {
    return role.equals(Caller.OWNER) || role.equals(Caller.FACILITATOR);
  }

  /** The key that what they write now is marked with. Only for those who have a seat. */
  public WriterKey key() {
    return keys.get(0);
  }

  /** The key by which they wrote the idea that carries this hash; empty when they did not. */
  public Optional<WriterKey> keyOf(UUID ideaId, byte[] editHash) {
    return keys.stream().filter(key -> key.matches(ideaId, editHash)).findFirst();
  }

  /** Whether they wrote the idea that carries this hash. */
  public boolean wrote(UUID ideaId, byte[] editHash) {
    return keyOf(ideaId, editHash).isPresent();
  }

  /**
   * Whether the dots and marks that carry this hash are theirs. The token's key alone says so: what
   * was brought along may belong to somebody else's seat.
   */
  boolean chose(UUID sessionId, byte[] writer) {
    return isSeated() && key().matches(sessionId, writer);
  }
}
