package microstorm.session.core;

import java.nio.charset.StandardCharsets;
import microstorm.http.Secrets;

/** The secret for joining a session: 128 random bits in base64url. */
public final class JoinCode {

  private static final int BYTES = 16;

  private JoinCode() {}

  /** A new random code. */
  public static String random() {
    return Secrets.random(BYTES);
  }

  /** Whether the codes are equal, compared in constant time. */
  public static boolean matches(String code, String given) {
    return code != null
        && Secrets.areEqual(
            code.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
  }
}
