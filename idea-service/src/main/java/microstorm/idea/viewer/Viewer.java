package microstorm.idea.viewer;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import microstorm.http.token.Caller;

/**
 * A person who uses a board.
 *
 * @param id the participant's id; for an owner or member of the team the team's id
 * @param role owner, member, facilitator, participant or observer
 * @param keys the keys that prove authorship: the key of the token first, then the edit keys from
 *     other devices; empty for an owner or member
 */
public record Viewer(UUID id, String role, List<WriterKey> keys) {

  /**
   * Whether the person has a seat in the session. An owner or member of the team who did not join
   * has none.
   */
  public boolean isSeated() {
    return !Caller.TEAM_ROLES.contains(role);
  }

  /** Whether the person leads the session. */
  public boolean leads() {
    return !isSeated() || role.equals(Caller.FACILITATOR);
  }

  /** The key that marks what the person writes. Only for a person with a seat. */
  public WriterKey key() {
    return keys.get(0);
  }

  /** The keys from other devices. */
  public List<WriterKey> editKeys() {
    return isSeated() ? keys.subList(1, keys.size()) : keys;
  }

  /** The key with which the person wrote the idea that has this hash; empty when they did not. */
  public Optional<WriterKey> keyOf(UUID ideaId, byte[] editHash) {
    return keys.stream().filter(key -> key.matches(ideaId, editHash)).findFirst();
  }

  /** Whether the person wrote the idea that has this hash. */
  public boolean wrote(UUID ideaId, byte[] editHash) {
    return keyOf(ideaId, editHash).isPresent();
  }

  /**
   * Whether the dots and marks that have this hash are the person's own. Only the key of the token
   * counts here, because an edit key may belong to another seat.
   */
  public boolean chose(UUID sessionId, byte[] writer) {
    return isSeated() && key().matches(sessionId, writer);
  }
}
