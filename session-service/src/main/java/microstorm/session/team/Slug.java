package microstorm.session.team;

import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Locale;

/** The name of a team in a path: lower-case ASCII letters, digits and single hyphens. */
final class Slug {

  private static final int MAX_LENGTH = 50;
  private static final String WITHOUT_LETTERS = "team";

  private static final int MAX_NUMBERED = 3;
  private static final long MIN_SUFFIX = 36L * 36 * 36 * 36 * 36;
  private static final long MAX_SUFFIX = MIN_SUFFIX * 36;
  private static final SecureRandom RANDOM = new SecureRandom();

  private Slug() {}

  /** The slug of a name, not yet unique; {@code team} for a name without a letter or digit. */
  static String of(String name) {
    String ascii =
        Normalizer.normalize(name, Normalizer.Form.NFD)
            .toLowerCase(Locale.ROOT)
            .replaceAll("\\p{M}+", "")
            .replaceAll("[^a-z0-9]+", "-");
    String cut = ascii.substring(0, Math.min(ascii.length(), MAX_LENGTH));
    String slug = cut.replaceAll("^-|-$", "");
    return slug.isEmpty() ? WITHOUT_LETTERS : slug;
  }

  /**
   * The n-th slug to try, from 1, when the earlier ones are in use: first numbered, then random.
   */
  static String candidate(String name, int n) {
    if (n > MAX_NUMBERED) {
      return of(name)
          + "-"
          + Long.toString(RANDOM.nextLong(MIN_SUFFIX, MAX_SUFFIX), Character.MAX_RADIX);
    }
    return n == 1 ? of(name) : of(name) + "-" + n;
  }
}
