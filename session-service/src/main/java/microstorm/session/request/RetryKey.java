package microstorm.session.request;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import microstorm.http.Secrets;
import microstorm.http.input.IdempotencyKey;

/**
 * The key by which the service recognises a repeated request ({@link IdempotencyKey}).
 *
 * @param value printable ASCII
 */
public record RetryKey(String value) {

  /**
   * For requests in which the key proves who sent the first one. Long enough for 128 random bits in
   * base64url or a UUID.
   */
  public static final String SECRET_PATTERN = "[ -~]{22,200}";

  /** The message for a key that is not secret. */
  public static final String SECRET_MESSAGE =
      "must be 22 to 200 printable ASCII characters that nobody can guess, such as a random UUID";

  /** The hash that is stored; it does not reveal the key. */
  public byte[] hash(UUID scope) {
    return Secrets.hash(Secrets.bytes(scope), value.getBytes(StandardCharsets.US_ASCII));
  }

  /** Keeps the key out of logs. */
  @Override
  public String toString() {
    return "RetryKey";
  }
}
