package microstorm.report.standard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import microstorm.report.standard.RuleSet.Check;
import microstorm.report.standard.RuleSet.Range;
import microstorm.report.standard.RuleSet.StandardRule;
import microstorm.report.standard.RuleSet.Texts;
import org.junit.jupiter.api.Test;

/** The versions of the rules. */
class RuleBookTest {

  private static final RuleSet FIRST = new RuleBook().version(1);

  /** The same rules, but a quiet time of ten minutes. */
  private static RuleSet stricter(int version, String ruleText) {
    List<StandardRule> rules =
        FIRST.standards().stream()
            .map(rule -> rule.standard() == Standard.QUIET_TIME ? tenMinutes(rule, ruleText) : rule)
            .toList();
    return new RuleSet(version, rules, FIRST.words());
  }

  private static StandardRule tenMinutes(StandardRule rule, String text) {
    Texts texts = rule.texts().get("en");
    Texts changed = new Texts(texts.title(), text, texts.measured(), texts.hints());
    return new StandardRule(
        rule.standard(),
        List.of(
            new Check(Measure.QUIET_MINUTES, new Range(15.0, null), new Range(5.0, null), false)),
        rule.evidence(),
        Map.of("en", changed, "de", changed));
  }

  @Test
  void aClosedSessionKeepsTheVersionByWhichItWasScored() {
    RuleBook rules =
        new RuleBook(List.of(FIRST, stricter(2, "At least {quiet-minutes.kept.min}.")));
    assertThat(rules.currentVersion()).isEqualTo(2);
    Held held = new Held();
    assertThat(quietTime(rules, held))
        .satisfies(card -> assertThat(card.version()).isEqualTo(1))
        .extracting(card -> card.standards().get(Standard.QUIET_TIME.ordinal()).state())
        .isEqualTo(StandardState.KEPT);
    held.rulesVersion = 2;
    assertThat(quietTime(rules, held))
        .satisfies(card -> assertThat(card.version()).isEqualTo(2))
        .extracting(card -> card.standards().get(Standard.QUIET_TIME.ordinal()))
        .satisfies(score -> assertThat(score.rule()).isEqualTo("At least 15 min."))
        .extracting(Scorecard.StandardScore::state)
        .isEqualTo(StandardState.PARTLY);
  }

  private static Scorecard quietTime(RuleBook rules, Held held) {
    return SessionScore.of(rules.version(held.rulesVersion), held.facts()).scorecard();
  }

  @Test
  void aMistakeInTheRulesStopsTheStart() {
    assertThatThrownBy(() -> new RuleBook(List.of(stricter(2, "x"))))
        .hasMessageContaining("must be version 1");
    assertThatThrownBy(() -> new RuleBook(List.of(stricter(1, "{quiet-minutes.kept.max}"))))
        .hasMessageContaining("no bound");
    assertThatThrownBy(
            () ->
                new RuleBook(
                    List.of(
                        new RuleSet(
                            1, FIRST.standards().stream().limit(7).toList(), FIRST.words()))))
        .hasMessageContaining("a rule for each standard");
  }

  /** The rules of a version that was released must not change: add a version instead. */
  @Test
  void theBoundsOfTheFirstVersionStay() {
    assertThat(FIRST.standards().stream().flatMap(rule -> rule.checks().stream()).map(this::line))
        .containsExactlyElementsOf(
            Stream.of(
                    "ideas-per-person 3.0..null 1.0..null",
                    "build-on-share 10.0..null 0.0..null",
                    "hint-share null..0.0 null..10.0",
                    "writer-share 100.0..null 50.0..null",
                    "balance 75.0..null 0.0..null",
                    "smallest-group 5.0..null 3.0..null",
                    "largest-group null..7.0 null..9.0",
                    "checklist-items 4.0..null 2.0..null",
                    "problem 1.0..null 1.0..null",
                    "criteria 1.0..null 0.0..null",
                    "quiet-minutes 5.0..null 2.0..null",
                    "longest-work null..35.0 null..60.0")
                .toList());
  }

  private String line(Check check) {
    return "%s %s..%s %s..%s"
        .formatted(
            check.measure().label(),
            check.kept().min(),
            check.kept().max(),
            check.partly().min(),
            check.partly().max());
  }
}
