package microstorm.report.standard;

import java.util.Map;
import java.util.Optional;
import microstorm.report.standard.RuleSet.Check;
import microstorm.report.standard.RuleSet.StandardRule;
import microstorm.report.standard.Scorecard.Evidence;
import microstorm.report.standard.Scorecard.StandardScore;

/** The measured values of a session, and what its rules say about them. */
public final class SessionScore {

  private static final double TENTHS = 10;

  private final RuleSet rules;
  private final SessionFacts facts;
  private final Map<Measure, Double> values;
  private final boolean hintsHidden;

  private SessionScore(RuleSet rules, SessionFacts facts, boolean hintsHidden) {
    this.rules = rules;
    this.facts = facts;
    this.hintsHidden = hintsHidden;
    this.values = Measurement.of(facts);
    if (hintsHidden) {
      values.remove(Measure.HINTS);
      values.remove(Measure.HINT_SHARE);
    }
  }

  static SessionScore of(RuleSet rules, SessionFacts facts) {
    return new SessionScore(rules, facts, false);
  }

  /**
   * The same for people who did not lead the session: in a small group the number of hints would
   * show whether somebody else got one.
   */
  public SessionScore withoutHints() {
    return new SessionScore(rules, facts, true);
  }

  /** A measured value, if it is known. */
  public Optional<Double> value(Measure measure) {
    return Optional.ofNullable(values.get(measure));
  }

  /** The scorecard in the language of the session. */
  public Scorecard scorecard() {
    String language = rules.languageFor(facts.language());
    ScoreTexts texts = new ScoreTexts(rules, language);
    return Scorecard.of(
        rules.version(),
        language,
        rules.standards().stream().map(rule -> score(rule, texts)).toList());
  }

  private StandardScore score(StandardRule rule, ScoreTexts texts) {
    boolean unknown =
        rule.checks().stream()
            .anyMatch(check -> !check.optional() && !values.containsKey(check.measure()));
    Optional<Check> worst = unknown ? Optional.empty() : worst(rule);
    StandardState state = worst.map(this::state).orElse(StandardState.NOT_KNOWN);
    return new StandardScore(
        rule.standard(),
        state,
        texts.title(rule),
        texts.rule(rule),
        worst.isPresent() ? texts.measured(rule, values) : whyUnknown(rule, texts),
        rule.evidence().stream()
            .filter(values::containsKey)
            .map(measure -> evidence(measure, texts))
            .toList(),
        worst
            .filter(check -> state != StandardState.KEPT)
            .map(check -> texts.hint(rule, check.measure()))
            .orElse(null));
  }

  /** The first of the checks with the worst state. */
  private Optional<Check> worst(StandardRule rule) {
    return rule.checks().stream()
        .filter(check -> values.containsKey(check.measure()))
        .reduce((worst, next) -> state(next).compareTo(state(worst)) > 0 ? next : worst);
  }

  private StandardState state(Check check) {
    return check.stateOf(values.get(check.measure()));
  }

  private String whyUnknown(StandardRule rule, ScoreTexts texts) {
    if (facts.ofLog()) {
      return texts.words().log();
    }
    return hintsHidden && rule.standard() == Standard.NO_JUDGING
        ? texts.words().hidden()
        : texts.words().unrecorded();
  }

  private Evidence evidence(Measure measure, ScoreTexts texts) {
    double value = values.get(measure);
    return new Evidence(
        measure,
        texts.words().labels().get(measure),
        Math.round(value * TENTHS) / TENTHS,
        measure.unit(),
        texts.value(measure, value),
        measure.phase());
  }
}
