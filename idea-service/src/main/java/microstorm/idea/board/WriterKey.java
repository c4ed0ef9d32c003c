package microstorm.idea.board;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/**
 * The secret that proves authorship. The token contains it, and its holder receives it as the edit
 * key. The database stores only hashes of the key combined with an id, so the hashes do not show
 * which ideas have the same author.
 */
public record WriterKey(String value) {

  /** The hash that proves authorship of the item with this id. */
  public byte[] hashFor(UUID id) {
    try {
      return MessageDigest.getInstance("SHA-256")
          .digest((value + ":" + id).getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256.", e);
    }
  }

  /** Whether the hash was made from this key and this id. */
  boolean matches(UUID id, byte[] hash) {
    return hash != null && MessageDigest.isEqual(hash, hashFor(id));
  }

  /** Keeps the key out of logs and messages. */
  @Override
  public String toString() {
    return "WriterKey[...]";
  }
}
