package microstorm.session.token;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The secret that proves authorship of a participant's ideas: 128 bits in base64url, which are only
 * in the token (docs/decisions/0012 and 0016).
 */
public record WriterKey(String value) {

  private static final int BYTES = 16;
  private static final String HMAC = "HmacSHA256";
  private static final SecureRandom RANDOM = new SecureRandom();

  /** A random key, which is lost with its token. */
  public static WriterKey random() {
    byte[] bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return of(bytes);
  }

  /** The key that is derived from a secret of the client: always the same for a seat. */
  public static WriterKey derived(String secret, UUID participantId) {
    byte[] seat =
        ByteBuffer.allocate(2 * Long.BYTES)
            .putLong(participantId.getMostSignificantBits())
            .putLong(participantId.getLeastSignificantBits())
            .array();
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.US_ASCII), HMAC));
      return of(Arrays.copyOf(mac.doFinal(seat), BYTES));
    } catch (NoSuchAlgorithmException | InvalidKeyException e) {
      throw new IllegalStateException("Every Java platform has " + HMAC + ".", e);
    }
  }

  private static WriterKey of(byte[] bytes) {
    return new WriterKey(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  /** Keeps the key out of logs. */
  @Override
  public String toString() {
    return "WriterKey";
  }
}
