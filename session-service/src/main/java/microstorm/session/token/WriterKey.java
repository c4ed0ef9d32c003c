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
 * What a participant's ideas are recognised by: 128 bits in base64url, which are put into the token
 * and nowhere else (docs/decisions/0012 and 0016).
 */
public record WriterKey(String value) {

  private static final int BYTES = 16;
  private static final String HMAC = "HmacSHA256";
  private static final SecureRandom RANDOM = new SecureRandom();

  /** A key that is gone with its token. */
  public static WriterKey random() {
    byte[] bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return of(bytes);
  }

  /** The key that follows from a secret which only the client has: always the same for a seat. */
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

  /** Nobody reads it in a log. */
  @Override
  public String toString() {
    return "WriterKey";
  }
}
