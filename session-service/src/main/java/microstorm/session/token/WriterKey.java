package microstorm.session.token;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import microstorm.http.Secrets;

/**
 * The secret that proves authorship of a participant's ideas: 128 bits in base64url, which are only
 * in the token (docs/decisions/0012 and 0016).
 */
public record WriterKey(String value) {

  private static final int BYTES = 16;
  private static final String HMAC = "HmacSHA256";

  /** A random key, which is lost with its token. */
  public static WriterKey random() {
    return new WriterKey(Secrets.random(BYTES));
  }

  /** The key that is derived from a secret of the client: always the same for a seat. */
  public static WriterKey derived(String secret, UUID participantId) {
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.US_ASCII), HMAC));
      return new WriterKey(
          Secrets.base64(Arrays.copyOf(mac.doFinal(Secrets.bytes(participantId)), BYTES)));
    } catch (NoSuchAlgorithmException | InvalidKeyException e) {
      throw new IllegalStateException("Every Java platform has " + HMAC + ".", e);
    }
  }

  /** Keeps the key out of logs. */
  @Override
  public String toString() {
    return "WriterKey";
  }
}
