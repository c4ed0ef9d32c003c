package microstorm.report.standard;

import static microstorm.report.standard.StandardState.KEPT;
import static microstorm.report.standard.StandardState.MISSED;
import static microstorm.report.standard.StandardState.NOT_KNOWN;
import static microstorm.report.standard.StandardState.PARTLY;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import microstorm.report.course.HappeningKind;
import microstorm.report.standard.Scorecard.Evidence;
import microstorm.report.standard.Scorecard.StandardScore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Each standard is scored by its rule. The control of every case is the session that kept all. */
class ScorecardTest {

  private static final RuleBook RULES = new RuleBook();

  private static SessionScore score(Held held) {
    SessionFacts facts = held.facts();
    return SessionScore.of(RULES.version(facts.rulesVersion()), facts);
  }

  private static StandardScore of(Held held, Standard standard) {
    return of(score(held).scorecard(), standard);
  }

  private static StandardScore of(Scorecard card, Standard standard) {
    return card.standards().get(standard.ordinal());
  }

  @Test
  void aGoodSessionKeepsAllStandardsAndNeedsNoHint() {
    Scorecard card = score(new Held()).scorecard();
    assertThat(card.kept()).isEqualTo(8);
    assertThat(card.known()).isEqualTo(8);
    assertThat(card.standards()).extracting(StandardScore::state).containsOnly(KEPT);
    assertThat(card.standards()).extracting(StandardScore::hint).containsOnlyNulls();
    assertThat(card.standards())
        .extracting(StandardScore::standard)
        .containsExactly(Standard.values());
    assertThat(of(card, Standard.QUIET_TIME).measured()).isEqualTo("10 min of quiet time.");
    assertThat(of(card, Standard.QUIET_TIME).rule())
        .isEqualTo("Kept: at least 5 min of quiet time, without breaks. Partly: at least 2 min.");
    assertThat(of(card, Standard.RELAXED).measured())
        .isEqualTo("4.2 ideas per person. 5 of 25 ideas build on another.");
  }

  static Stream<Arguments> changes() {
    return Stream.of(
        change(Standard.RELAXED, PARTLY, held -> held.ideas = 12, "run out of ideas"),
        change(Standard.RELAXED, PARTLY, held -> held.buildOns = 0, "take up an idea"),
        change(Standard.RELAXED, MISSED, held -> held.ideas = 5, "run out of ideas"),
        change(Standard.NO_JUDGING, PARTLY, held -> held.hints = 2, "say aloud"),
        change(Standard.NO_JUDGING, MISSED, held -> held.hints = 3, "say aloud"),
        change(Standard.NO_JUDGING, NOT_KNOWN, held -> held.hints = null, null),
        change(Standard.PARTICIPATION, PARTLY, held -> held.writers = 4, "a name is not needed"),
        change(Standard.PARTICIPATION, MISSED, held -> held.writers = 2, "a name is not needed"),
        change(
            Standard.PARTICIPATION,
            PARTLY,
            held -> held.ideasByPerson = List.of(21, 1, 1, 1, 1),
            "one more idea"),
        change(Standard.PARTICIPATION, KEPT, held -> held.ideasByPerson = List.of(), null),
        change(Standard.PARTICIPATION, KEPT, held -> held.writers = 6, null),
        change(Standard.GROUP_SIZE, PARTLY, held -> held.people = 3, "Invite"),
        change(Standard.GROUP_SIZE, MISSED, held -> held.people = 2, "Invite"),
        change(Standard.GROUP_SIZE, KEPT, held -> held.people = 7, null),
        change(Standard.GROUP_SIZE, PARTLY, held -> held.people = 8, "Split"),
        change(Standard.GROUP_SIZE, MISSED, held -> held.people = 12, "Split"),
        change(
            Standard.GROUP_SIZE,
            KEPT,
            held -> {
              held.people = 12;
              held.rooms(6, 6);
            },
            null),
        change(Standard.ENVIRONMENT, PARTLY, held -> held.tick("room", "time"), "checklist"),
        change(Standard.ENVIRONMENT, MISSED, held -> held.tick("room"), "checklist"),
        change(Standard.ENVIRONMENT, NOT_KNOWN, Held::tick, null),
        change(Standard.PROBLEM, PARTLY, held -> held.criteria = 0, "what a good idea"),
        change(Standard.PROBLEM, MISSED, held -> held.hasProblem = false, "as one question"),
        change(Standard.QUIET_TIME, PARTLY, held -> held.restart().sharing(12, 299), "Plan more"),
        change(Standard.QUIET_TIME, MISSED, held -> held.restart().sharing(12, 119), "Plan more"),
        change(Standard.QUIET_TIME, NOT_KNOWN, Held::restart, null),
        change(Standard.BREAKS, PARTLY, held -> work(held, 50), "when it is proposed"),
        change(Standard.BREAKS, MISSED, held -> work(held, 61), "when it is proposed"));
  }

  private static void work(Held held, int minutes) {
    held.restart().add(0, HappeningKind.QUIET_STARTED).add(minutes, HappeningKind.CLOSING);
  }

  private static Arguments change(
      Standard standard, StandardState state, Consumer<Held> change, String hint) {
    return Arguments.of(standard, state, change, hint);
  }

  @ParameterizedTest(name = "{0} is {1}")
  @MethodSource("changes")
  void aChangeHasTheStateAndTheHintOfItsRule(
      Standard standard, StandardState state, Consumer<Held> change, String hint) {
    Held held = new Held();
    change.accept(held);
    StandardScore score = of(held, standard);
    assertThat(score.state()).as(score.measured()).isEqualTo(state);
    if (hint == null) {
      assertThat(score.hint()).isNull();
    } else {
      assertThat(score.hint()).contains(hint);
    }
  }

  @Test
  void aSessionOfALogIsScoredOnlyByWhatALogShows() {
    Held log = new Held();
    log.ofLog = true;
    log.people = 3;
    log.hasProblem = false;
    log.criteria = 0;
    log.writers = null;
    log.hints = null;
    Scorecard card = score(log).scorecard();
    assertThat(card.known()).isEqualTo(1);
    assertThat(of(card, Standard.GROUP_SIZE).state()).isEqualTo(PARTLY);
    assertThat(card.standards())
        .filteredOn(standard -> standard.standard() != Standard.GROUP_SIZE)
        .allSatisfy(
            standard -> {
              assertThat(standard.state()).isEqualTo(NOT_KNOWN);
              assertThat(standard.measured()).isEqualTo("A log does not show this.");
              assertThat(standard.hint()).isNull();
            });
    assertThat(of(card, Standard.RELAXED).evidence())
        .as("nested entries of a log need not build on the one above")
        .extracting(Evidence::measure)
        .containsExactly(Measure.IDEAS, Measure.PEOPLE, Measure.IDEAS_PER_PERSON);

    log.hasProblem = true;
    log.criteria = 2;
    log.people = 0;
    assertThat(of(log, Standard.PROBLEM).state()).isEqualTo(KEPT);
    assertThat(of(log, Standard.GROUP_SIZE).state())
        .as("a log may leave out the people")
        .isEqualTo(NOT_KNOWN);
  }

  /** The control is the scorecard of those who lead, which has them. */
  @Test
  void peopleWhoDoNotLeadSeeNothingThatFollowsFromTheHints() {
    Held held = new Held();
    held.hints = 2;
    SessionScore leads = score(held);
    assertThat(of(leads.scorecard(), Standard.NO_JUDGING).state()).isEqualTo(PARTLY);
    held.hints = 0;
    Scorecard none = score(held).withoutHints().scorecard();
    Scorecard some = leads.withoutHints().scorecard();
    assertThat(some).isEqualTo(none);
    assertThat(of(some, Standard.NO_JUDGING).state()).isEqualTo(NOT_KNOWN);
    assertThat(of(some, Standard.NO_JUDGING).measured())
        .isEqualTo("Only the people who lead the session see this.");
  }

  @Test
  void theTextsAreInTheLanguageOfTheSession() {
    Held held = new Held();
    held.language = "de";
    held.hints = 2;
    Scorecard card = score(held).scorecard();
    assertThat(card.language()).isEqualTo("de");
    assertThat(of(card, Standard.RELAXED).measured())
        .isEqualTo("4,2 Ideen je Person. 5 von 25 Ideen bauen auf einer anderen auf.");
    assertThat(of(card, Standard.NO_JUDGING).hint()).startsWith("Sagen Sie");
    assertThat(of(card, Standard.NO_JUDGING).rule()).contains("10\u00a0%");
    held.language = "fr";
    assertThat(score(held).scorecard().language()).isEqualTo("en");
  }

  @ParameterizedTest
  @EnumSource(Standard.class)
  void theEvidenceHasUnitsAndTexts(Standard standard) {
    assertThat(of(new Held(), standard).evidence())
        .isNotEmpty()
        .allSatisfy(
            figure -> {
              assertThat(figure.label()).isNotBlank();
              assertThat(figure.text()).isNotBlank();
              assertThat(figure.unit()).isEqualTo(figure.measure().unit());
            });
  }
}
