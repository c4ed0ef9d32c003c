package microstorm.idea.board;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/**
 * The secret by which somebody's own words are recognised. It lives in their token and is given to
 * them as the edit key; the database has hashes of it with the thing it is about, from which no two
 * ideas can be told to be of one author.
 */
public record WriterKey(String value) {

  /** What an idea's author can be checked against. */
  public byte[] hashFor(UUID id) {
    try {
      return MessageDigest.getInstance("SHA-256")
          .digest((value + ":" + id).getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256.", e);
    }
  }

  /** Whether the hash was made of this key and that thing. */
  boolean matches(UUID id, byte[] hash) {
    return hash != null && MessageDigest.isEqual(hash, hashFor(id));
  }

  /** The key itself stays out of logs and messages. */
  @Override
  public String toString() {
    return "WriterKey[...]";
  }
}
