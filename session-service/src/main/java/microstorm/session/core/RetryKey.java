package microstorm.session.core;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;
import microstorm.web.IdempotencyKey;

/**
 * The key that a client sends to be found again ({@link IdempotencyKey}).
 *
 * @param value printable ASCII
 */
public record RetryKey(String value) {

  /**
   * As long as 128 random bits in base64url, and a UUID too: for where whoever has the key is taken
   * for the one who sent the request first.
   */
  public static final String SECRET_PATTERN = "[ -~]{22,200}";

  /** What the client is told of a key that is no secret. */
  public static final String SECRET_MESSAGE =
      "must be 22 to 200 printable ASCII characters that nobody can guess, such as a random UUID";

  /** What is stored of it: the key itself cannot be found from it. */
  public byte[] hash(UUID scope) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(
          ByteBuffer.allocate(2 * Long.BYTES)
              .putLong(scope.getMostSignificantBits())
              .putLong(scope.getLeastSignificantBits())
              .array());
      return digest.digest(value.getBytes(StandardCharsets.US_ASCII));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256.", e);
    }
  }

  /** Nobody reads it in a log. */
  @Override
  public String toString() {
    return "RetryKey";
  }
}
