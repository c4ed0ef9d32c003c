package microstorm.idea.viewer;

import java.nio.ByteBuffer;
import java.util.UUID;
import microstorm.http.Secrets;

/**
 * The secret that proves authorship. The token contains it, and its holder receives it as the edit
 * key. The database stores only hashes of the key combined with an id, so the hashes do not show
 * which ideas have the same author.
 */
public record WriterKey(String value) {

  /** The hash that proves authorship of the item with this id. */
  public byte[] hashFor(UUID id) {
    return Secrets.hash(value + ":" + id);
  }

  /**
   * The slot of a hidden idea: 128 bits of a hash.
   *
   * @param number 1 for the person's first idea in the session, 2 for the next
   */
  public UUID slot(UUID sessionId, int number) {
    ByteBuffer hash = ByteBuffer.wrap(Secrets.hash(value + ":" + sessionId + ":" + number));
    return new UUID(hash.getLong(), hash.getLong());
  }

  /** Whether the hash was made from this key and this id. */
  boolean matches(UUID id, byte[] hash) {
    return hash != null && Secrets.areEqual(hash, hashFor(id));
  }

  /** Keeps the key out of logs and messages. */
  @Override
  public String toString() {
    return "WriterKey[...]";
  }
}
