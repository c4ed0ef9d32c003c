package microstorm.web;

import jakarta.validation.ConstraintValidatorContext;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which characters people's words may have: every script's, with the marks and joiners that it is
 * written with (right-to-left marks, ZWNJ, the ZWJ of emoji), but nothing that makes a text read
 * otherwise than it is.
 */
public enum TextRules {

  /** One line, not blank. */
  LINE(Rule.VISIBLE, Rule.ONE_LINE, Rule.STRAIGHT),

  /** Some lines, not blank. */
  TEXT(Rule.VISIBLE, Rule.LINES, Rule.STRAIGHT),

  /** Some lines, or none. */
  TEXT_OR_NONE(Rule.LINES, Rule.STRAIGHT);

  private final List<Rule> rules;

  TextRules(Rule... rules) {
    this.rules = List.of(rules);
  }

  /** What is wrong with these words, in words that go on from "the text"; empty: nothing. */
  public Optional<String> faultOf(String words) {
    return rules.stream()
        .filter(rule -> rule.broken.matcher(words).find())
        .findFirst()
        .map(rule -> rule.sentence);
  }

  /** Whether nothing is wrong with these words; else the client is told what. Null is valid. */
  boolean check(String words, ConstraintValidatorContext context) {
    return words == null || tell(faultOf(words), context);
  }

  /** Tells the client of a fault, if there is one. Whether there is none. */
  public static boolean tell(Optional<String> fault, ConstraintValidatorContext context) {
    fault.ifPresent(
        sentence -> {
          context.disableDefaultConstraintViolation();
          context.buildConstraintViolationWithTemplate(sentence).addConstraintViolation();
        });
    return fault.isEmpty();
  }

  /**
   * The same words with lines that end in a newline alone, whatever system they were written on;
   * null for null.
   */
  public static String withNewlines(String words) {
    return words == null ? null : words.replace("\r\n", "\n").replace('\r', '\n');
  }

  private enum Rule {
    /** Besides spaces there are fillers, joiners and selectors: alone they show nothing. */
    VISIBLE(
        "(?U)\\A[\\s\\p{Z}\\p{Cf}\\u034F\\u115F\\u1160\\u17B4\\u17B5\\u180B-\\u180F\\u2800\\u3164"
            + "\\uFE00-\\uFE0F\\uFFA0\\x{E0100}-\\x{E01EF}]*\\z",
        "must not be blank"),

    /** A lone half of a pair is no character: it could not be stored as it is. */
    ONE_LINE(
        "[\\p{Cc}\\p{Cs}]",
        "must be one line, without control characters and halves of characters"),

    LINES(
        "[\\p{Cc}\\p{Cs}&&[^\\t\\n]]",
        "must have no control characters but tab and newline, and no halves of characters"),

    /** Embeddings, overrides and isolates; right-to-left letters need none of them. */
    STRAIGHT(
        "[\\u202A-\\u202E\\u2066-\\u2069]",
        "must have no control characters that turn the direction of writing");

    private final Pattern broken;
    private final String sentence;

    Rule(String broken, String sentence) {
      this.broken = Pattern.compile(broken);
      this.sentence = sentence;
    }
  }
}
