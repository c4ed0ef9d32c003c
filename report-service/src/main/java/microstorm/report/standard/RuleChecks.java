package microstorm.report.standard;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import microstorm.report.standard.RuleSet.Check;
import microstorm.report.standard.RuleSet.StandardRule;
import microstorm.report.standard.RuleSet.Texts;
import microstorm.report.standard.RuleSet.Words;

/** Checks that a version of the rules is complete, so that a mistake stops the start. */
final class RuleChecks {

  private final RuleSet rules;

  private RuleChecks(RuleSet rules) {
    this.rules = rules;
  }

  /**
   * Checks a version.
   *
   * @throws IllegalStateException with a sentence that says what is wrong
   */
  static void check(RuleSet rules, int version) {
    RuleChecks checks = new RuleChecks(rules);
    checks.require(rules.version() == version, "must be version " + version);
    checks.require(
        rules.standards().stream()
            .map(StandardRule::standard)
            .toList()
            .equals(List.of(Standard.values())),
        "must have a rule for each standard, in the order of the log");
    checks.require(
        rules.words().containsKey(RuleBook.DEFAULT_LANGUAGE),
        "must have words in the language " + RuleBook.DEFAULT_LANGUAGE);
    rules.words().forEach(checks::words);
    rules.standards().forEach(checks::standard);
  }

  private void words(String language, Words words) {
    require(
        words.labels().keySet().equals(Set.of(Measure.values())),
        "must have a label for each measure in the language " + language);
  }

  private void standard(StandardRule rule) {
    String name = rule.standard().label();
    require(!rule.checks().isEmpty(), name + " needs a check");
    require(
        rule.checks().stream().anyMatch(check -> !check.optional()),
        name + " needs a check that is not optional");
    require(
        rule.texts().keySet().equals(rules.words().keySet()),
        name + " needs texts in " + rules.words().keySet());
    Set<Measure> checked =
        rule.checks().stream().map(Check::measure).collect(Collectors.toUnmodifiableSet());
    for (Map.Entry<String, Texts> texts : rule.texts().entrySet()) {
      require(
          texts.getValue().hints().keySet().equals(checked),
          name + " needs a hint for each check in the language " + texts.getKey());
      ScoreTexts inLanguage = new ScoreTexts(rules, texts.getKey());
      inLanguage.rule(rule); // fails for a bound that does not exist
      texts.getValue().measured().forEach(inLanguage::measuresIn);
    }
  }

  private void require(boolean holds, String rule) {
    if (!holds) {
      throw new IllegalStateException(
          "The rules for the standards are wrong: version " + rules.version() + " " + rule + ".");
    }
  }
}
