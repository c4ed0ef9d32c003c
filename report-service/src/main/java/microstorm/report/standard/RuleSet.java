package microstorm.report.standard;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One version of the rules, as the file {@code standards.json} has it. */
record RuleSet(int version, List<StandardRule> standards, Map<String, Words> words) {

  /** The language of the texts for a session in this language. */
  String languageFor(@Nullable String language) {
    return language != null && words.containsKey(language) ? language : RuleBook.DEFAULT_LANGUAGE;
  }

  /**
   * The rule for a standard.
   *
   * @param evidence the figures that are shown, if they are known
   * @param texts by language
   */
  record StandardRule(
      Standard standard, List<Check> checks, List<Measure> evidence, Map<String, Texts> texts) {}

  /**
   * The bounds of a measured value. Outside both ranges, the standard is missed.
   *
   * @param optional whether the standard can be scored while this value is not known
   */
  record Check(Measure measure, Range kept, Range partly, boolean optional) {

    StandardState stateOf(double value) {
      return kept.contains(value)
          ? StandardState.KEPT
          : partly.contains(value) ? StandardState.PARTLY : StandardState.MISSED;
    }
  }

  /** Bounds, both included; null for none. */
  record Range(@Nullable Double min, @Nullable Double max) {

    boolean contains(double value) {
      return (min == null || value >= min) && (max == null || value <= max);
    }
  }

  /**
   * The texts about a standard in one language. In the rule, {@code {measure.kept.min}} stands for
   * a bound; in the sentences about the measured values, {@code {measure}} stands for a value.
   *
   * @param hints the hint for each check
   */
  record Texts(String title, String rule, List<String> measured, Map<Measure, String> hints) {}

  /**
   * The other texts in one language.
   *
   * @param log why a value of a session of a log is not known
   * @param unrecorded why a value of a session held here is not known
   * @param hidden why the reader may not know a value
   * @param minutes a length of time, with {@code {n}} for the number
   * @param labels the names of the measures
   */
  record Words(
      String log,
      String unrecorded,
      String hidden,
      String minutes,
      String yes,
      String no,
      Map<Measure, String> labels) {}
}
