package microstorm.report.standard;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import microstorm.report.course.Happening;
import microstorm.report.course.HappeningKind;

/**
 * Measures a session. A value that nobody knows is absent: in particular, a log does not show who
 * wrote, in which phase, and whether a nested entry builds on the one above it.
 */
final class Measurement {

  private static final double SECONDS_PER_MINUTE = 60;

  private final SessionFacts facts;
  private final Map<Measure, Double> values = new EnumMap<>(Measure.class);

  private Measurement(SessionFacts facts) {
    this.facts = facts;
  }

  static Map<Measure, Double> of(SessionFacts facts) {
    Measurement measurement = new Measurement(facts);
    measurement.measureContent();
    if (!facts.ofLog()) {
      measurement.measureContributions();
      measurement.measureCourse();
    }
    return measurement.values;
  }

  /** What a log can show. An empty list of people or criteria, and no problem, show nothing. */
  private void measureContent() {
    if (!facts.ofLog() || facts.people() > 0) {
      put(Measure.PEOPLE, facts.people());
      put(Measure.SMALLEST_GROUP, facts.people());
      put(Measure.LARGEST_GROUP, facts.people());
    }
    put(Measure.IDEAS, facts.ideas());
    if (facts.people() > 0) {
      put(Measure.IDEAS_PER_PERSON, (double) facts.ideas() / facts.people());
    }
    if (!facts.ofLog() || facts.hasProblem()) {
      put(Measure.PROBLEM, facts.hasProblem() ? 1 : 0);
    }
    if (!facts.ofLog() || facts.criteria() > 0) {
      put(Measure.CRITERIA, facts.criteria());
    }
  }

  private void measureContributions() {
    put(Measure.PARTICIPANTS, facts.participants());
    put(Measure.BUILD_ONS, facts.buildOns());
    putShare(Measure.BUILD_ON_SHARE, facts.buildOns(), facts.ideas());
    if (facts.hints() != null) {
      put(Measure.HINTS, facts.hints());
      putShare(Measure.HINT_SHARE, facts.hints(), facts.ideas());
    }
    if (facts.writers() != null) {
      put(Measure.WRITERS, facts.writers());
      putShare(
          Measure.WRITER_SHARE,
          Math.min(facts.writers(), facts.participants()),
          facts.participants());
    }
    Balance.of(facts.ideasByPerson()).ifPresent(balance -> put(Measure.BALANCE, balance * 100));
  }

  private void measureCourse() {
    List<Happening> happenings = facts.happenings();
    happenings.stream()
        .filter(happening -> happening.kind() == HappeningKind.ROOMS_FORMED)
        .map(happening -> happening.detail().rooms())
        .filter(rooms -> rooms != null && !rooms.isEmpty())
        .reduce((first, last) -> last)
        .map(
            rooms ->
                rooms.stream().mapToInt(room -> room.participantIds().size()).summaryStatistics())
        .ifPresent(
            sizes -> {
              put(Measure.SMALLEST_GROUP, sizes.getMin());
              put(Measure.LARGEST_GROUP, sizes.getMax());
            });
    happenings.stream()
        .filter(happening -> happening.kind() == HappeningKind.CHECKLIST_CHANGED)
        .map(happening -> Objects.requireNonNullElse(happening.detail().ticked(), List.of()))
        .reduce((first, last) -> last)
        .filter(ticked -> !ticked.isEmpty())
        .ifPresent(ticked -> put(Measure.CHECKLIST_ITEMS, ticked.size()));
    happenings.stream()
        .filter(happening -> happening.kind() == HappeningKind.SHARING_STARTED)
        .map(happening -> happening.detail().quietSeconds())
        .filter(Objects::nonNull)
        .findFirst()
        .ifPresent(seconds -> put(Measure.QUIET_MINUTES, seconds / SECONDS_PER_MINUTE));
    WorkTime work = WorkTime.of(happenings, facts.overDays());
    work.longest().ifPresent(longest -> put(Measure.LONGEST_WORK, minutes(longest)));
    put(Measure.BREAKS, work.breaks());
    put(Measure.BREAK_MINUTES, minutes(work.paused()));
  }

  private static double minutes(Duration duration) {
    return duration.toSeconds() / SECONDS_PER_MINUTE;
  }

  private void put(Measure measure, double value) {
    values.put(measure, value);
  }

  private void putShare(Measure measure, double part, int whole) {
    if (whole > 0) {
      put(measure, 100 * part / whole);
    }
  }
}
