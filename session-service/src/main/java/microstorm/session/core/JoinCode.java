package microstorm.session.core;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;
import microstorm.http.Secrets;

/**
 * The codes that admit people to a session. A join code is typed from a wall: ten characters
 * without those that look alike ({@code 0 O 1 I L}), 49 random bits. Other codes are only in links
 * and have 128 bits.
 */
public final class JoinCode {

  private static final String ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
  private static final int LENGTH = 10;
  private static final int SECRET_BYTES = 16;

  private static final Pattern TYPED = Pattern.compile("[" + ALPHABET + "]{" + LENGTH + "}");
  private static final Pattern SEPARATORS = Pattern.compile("[\\s-]+");

  private JoinCode() {}

  /** A new random code that people can type. */
  public static String random() {
    return Secrets.random(ALPHABET, LENGTH);
  }

  /** A new random code for links: 128 random bits in base64url. */
  public static String randomForLinks() {
    return Secrets.random(SECRET_BYTES);
  }

  /**
   * The code that a person means. Case, spaces and hyphens of a typed code have no meaning; any
   * other code stays as it is.
   */
  public static String read(String given) {
    String typed = SEPARATORS.matcher(given).replaceAll("").toUpperCase(Locale.ROOT);
    return TYPED.matcher(typed).matches() ? typed : given;
  }

  /** Whether a given code is this one, compared in constant time. */
  public static boolean matches(String code, String given) {
    return code != null
        && Secrets.areEqual(
            code.getBytes(StandardCharsets.UTF_8), read(given).getBytes(StandardCharsets.UTF_8));
  }
}
