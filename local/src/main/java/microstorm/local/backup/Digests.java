package microstorm.local.backup;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The digest of a backup's entries. */
final class Digests {
  private Digests() {}

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // each JDK has it
    }
  }
}
