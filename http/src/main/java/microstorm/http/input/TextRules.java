package microstorm.http.input;

import jakarta.validation.ConstraintValidatorContext;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The characters that texts may contain: those of every script, with the marks and joiners that it
 * needs (right-to-left marks, ZWNJ, the ZWJ of emoji), but no characters that make a text look
 * different from what it is.
 */
public enum TextRules {

  /** One line, not blank. */
  LINE(Rule.VISIBLE, Rule.ONE_LINE, Rule.STRAIGHT),

  /** One or more lines, not blank. */
  TEXT(Rule.VISIBLE, Rule.LINES, Rule.STRAIGHT),

  /** Any number of lines; may be blank. */
  TEXT_OR_NONE(Rule.LINES, Rule.STRAIGHT);

  private final List<Rule> rules;

  TextRules(Rule... rules) {
    this.rules = List.of(rules);
  }

  /** What is wrong with this text, as a phrase that begins with "must"; empty if nothing is. */
  public Optional<String> faultOf(String text) {
    return rules.stream()
        .filter(rule -> rule.broken.matcher(text).find())
        .findFirst()
        .map(rule -> rule.sentence);
  }

  /**
   * Whether this text follows the rules; if not, the violation gets a message that says why. Null
   * is valid.
   */
  boolean check(String text, ConstraintValidatorContext context) {
    return text == null || report(faultOf(text), context);
  }

  /**
   * Reports a fault, if there is one, as the message of the violation. Returns whether there is
   * none.
   */
  public static boolean report(Optional<String> fault, ConstraintValidatorContext context) {
    fault.ifPresent(
        sentence -> {
          context.disableDefaultConstraintViolation();
          context.buildConstraintViolationWithTemplate(sentence).addConstraintViolation();
        });
    return fault.isEmpty();
  }

  /**
   * The same text with all line ends as newlines, and without white space around it; null for null.
   */
  public static String trimmed(String text) {
    return text == null ? null : text.replace("\r\n", "\n").replace('\r', '\n').strip();
  }

  private enum Rule {
    /** Spaces, fillers, joiners and selectors are invisible if the text has nothing else. */
    VISIBLE(
        "(?U)\\A[\\s\\p{Z}\\p{Cf}\\u034F\\u115F\\u1160\\u17B4\\u17B5\\u180B-\\u180F\\u2800\\u3164"
            + "\\uFE00-\\uFE0F\\uFFA0\\x{E0100}-\\x{E01EF}]*\\z",
        "must not be blank"),

    /** An unpaired surrogate is not a character and cannot be stored. */
    ONE_LINE(
        "[\\p{Cc}\\p{Cs}]",
        "must be a single line without control characters or unpaired surrogates"),

    LINES(
        "[\\p{Cc}\\p{Cs}&&[^\\t\\n]]",
        "must not contain unpaired surrogates, or control characters other than tab and newline"),

    /** Embeddings, overrides and isolates: right-to-left scripts do not need them. */
    STRAIGHT(
        "[\\u202A-\\u202E\\u2066-\\u2069]",
        "must not contain control characters that change the direction of writing");

    private final Pattern broken;
    private final String sentence;

    Rule(String broken, String sentence) {
      this.broken = Pattern.compile(broken);
      this.sentence = sentence;
    }
  }
}
