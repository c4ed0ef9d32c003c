package microstorm.session.core;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;

/** The secret that a session is joined with: 128 random bits in base64url. */
public final class JoinCode {

  private static final int BYTES = 16;
  private static final SecureRandom RANDOM = new SecureRandom();

  private JoinCode() {}

  /** A code that nobody can guess. */
  public static String random() {
    byte[] bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** Whether they are the same, in a time that does not tell how much of them is. */
  public static boolean matches(String code, String given) {
    return code != null
        && MessageDigest.isEqual(
            code.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
  }
}
