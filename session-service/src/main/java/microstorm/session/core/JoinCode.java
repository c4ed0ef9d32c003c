package microstorm.session.core;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;

/** The secret for joining a session: 128 random bits in base64url. */
public final class JoinCode {

  private static final int BYTES = 16;
  private static final SecureRandom RANDOM = new SecureRandom();

  private JoinCode() {}

  /** A new random code. */
  public static String random() {
    byte[] bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** Whether the codes are equal, compared in constant time. */
  public static boolean matches(String code, String given) {
    return code != null
        && MessageDigest.isEqual(
            code.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
  }
}
