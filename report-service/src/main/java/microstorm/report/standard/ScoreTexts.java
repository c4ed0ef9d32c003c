package microstorm.report.standard;

import java.text.NumberFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import microstorm.report.standard.RuleSet.Check;
import microstorm.report.standard.RuleSet.Range;
import microstorm.report.standard.RuleSet.StandardRule;
import microstorm.report.standard.RuleSet.Words;

/** Writes the texts of a scorecard in one language. */
final class ScoreTexts {

  private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-z.-]+)}");

  private final String language;
  private final Words words;

  ScoreTexts(RuleSet rules, String language) {
    this.language = language;
    this.words = rules.words().get(language);
  }

  Words words() {
    return words;
  }

  /** The rule of a standard, with its bounds. */
  String rule(StandardRule rule) {
    return fill(rule.texts().get(language).rule(), name -> bound(rule, name));
  }

  String title(StandardRule rule) {
    return rule.texts().get(language).title();
  }

  String hint(StandardRule rule, Measure failed) {
    return rule.texts().get(language).hints().get(failed);
  }

  /** The sentences of which all values are known, as one text; empty if there are none. */
  String measured(StandardRule rule, Map<Measure, Double> values) {
    return rule.texts().get(language).measured().stream()
        .filter(sentence -> values.keySet().containsAll(measuresIn(sentence)))
        .map(
            sentence ->
                fill(
                    sentence,
                    name -> {
                      Measure measure = Measure.of(name);
                      return value(measure, values.get(measure));
                    }))
        .reduce((first, next) -> first + " " + next)
        .orElse("");
  }

  /** The measures that a sentence names. */
  List<Measure> measuresIn(String sentence) {
    return PLACEHOLDER
        .matcher(sentence)
        .results()
        .map(placeholder -> Measure.of(placeholder.group(1)))
        .toList();
  }

  /** A value with its unit. */
  String value(Measure measure, double value) {
    if (measure == Measure.PROBLEM) {
      return value > 0 ? words.yes() : words.no();
    }
    Locale locale = Locale.forLanguageTag(language);
    return switch (measure.unit()) {
      case PERCENT -> NumberFormat.getPercentInstance(locale).format(value / 100);
      case MINUTES -> words.minutes().replace("{n}", number(locale, value));
      case COUNT -> number(locale, value);
    };
  }

  private static String number(Locale locale, double value) {
    NumberFormat format = NumberFormat.getNumberInstance(locale);
    format.setMaximumFractionDigits(1);
    return format.format(value);
  }

  /** A bound such as {@code quiet-minutes.kept.min}. */
  private String bound(StandardRule rule, String name) {
    String[] parts = name.split("\\.");
    Measure measure = Measure.of(parts[0]);
    Check check =
        rule.checks().stream()
            .filter(candidate -> candidate.measure() == measure)
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("No check has the bound " + name + "."));
    Range range = parts[1].equals("kept") ? check.kept() : check.partly();
    Double bound = parts[2].equals("min") ? range.min() : range.max();
    if (bound == null) {
      throw new IllegalStateException("The check of " + parts[0] + " has no bound " + name + ".");
    }
    return value(measure, bound);
  }

  private static String fill(String text, Function<String, String> values) {
    return PLACEHOLDER
        .matcher(text)
        .replaceAll(
            (MatchResult placeholder) ->
                Matcher.quoteReplacement(values.apply(placeholder.group(1))));
  }
}
