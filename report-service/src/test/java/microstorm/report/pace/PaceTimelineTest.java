package microstorm.report.pace;

import static microstorm.report.pace.SessionPace.PaceKind.BREAK;
import static microstorm.report.pace.SessionPace.PaceKind.CONVERGING;
import static microstorm.report.pace.SessionPace.PaceKind.QUIET;
import static microstorm.report.pace.SessionPace.PaceKind.SHARING;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import microstorm.report.course.Happening;
import microstorm.report.course.Happening.HappeningDetail;
import microstorm.report.course.HappeningKind;
import microstorm.report.course.SessionPhase;
import microstorm.report.pace.SessionPace.PaceSpan;
import org.junit.jupiter.api.Test;

class PaceTimelineTest {

  private static final Instant BEGIN = Instant.parse("2026-01-02T09:00:00Z");

  private final List<Happening> happenings = new ArrayList<>();

  private static Instant minute(double minute) {
    return BEGIN.plusSeconds((long) (minute * 60));
  }

  private PaceTimelineTest add(int minute, HappeningKind kind) {
    return add(minute, kind, null);
  }

  private PaceTimelineTest add(int minute, HappeningKind kind, SessionPhase to) {
    happenings.add(
        new Happening(
            minute(minute),
            kind,
            new HappeningDetail(
                null, null, null, null, null, null, null, null, to, null, null, null, null, null,
                null, null, null)));
    return this;
  }

  private SessionPace pace(List<Instant> written) {
    return PaceTimeline.of(happenings, written).orElseThrow();
  }

  @Test
  void breaksDividePhases() {
    add(0, HappeningKind.LOBBY_OPENED)
        .add(10, HappeningKind.QUIET_STARTED)
        .add(12, HappeningKind.BREAK_STARTED)
        .add(14, HappeningKind.BREAK_ENDED)
        .add(20, HappeningKind.SHARING_STARTED)
        .add(30, HappeningKind.CONVERGING_STARTED)
        .add(31, HappeningKind.PHASE_REVERTED, SessionPhase.SHARING)
        .add(40, HappeningKind.CLOSING);
    assertThat(pace(null).spans())
        .containsExactly(
            new PaceSpan(QUIET, minute(10), minute(12)),
            new PaceSpan(BREAK, minute(12), minute(14)),
            new PaceSpan(QUIET, minute(14), minute(20)),
            new PaceSpan(SHARING, minute(20), minute(30)),
            new PaceSpan(CONVERGING, minute(30), minute(31)),
            new PaceSpan(SHARING, minute(31), minute(40)));
    assertThat(pace(null).ideas()).as("an anonymous session stores no times").isNull();
  }

  @Test
  void ideasAreCountedInMinutes() {
    add(0, HappeningKind.QUIET_STARTED)
        .add(2, HappeningKind.SHARING_STARTED)
        .add(4, HappeningKind.CLOSING);
    SessionPace pace =
        pace(List.of(minute(-600), minute(0), minute(0.9), minute(1), minute(3.9), minute(4)));
    assertThat(pace.stepSeconds()).isEqualTo(60);
    assertThat(pace.ideas())
        .as("early ideas are in the first minute, and those of the end in the last")
        .containsExactly(3, 1, 0, 2);
  }

  @Test
  void aLongSessionHasLongerSteps() {
    add(0, HappeningKind.QUIET_STARTED)
        .add(7 * 24 * 60, HappeningKind.SHARING_STARTED)
        .add(7 * 24 * 60 + 30, HappeningKind.CLOSING);
    List<Instant> written = IntStream.range(0, 500).mapToObj(i -> minute(i * 20)).toList();
    SessionPace pace = pace(written);
    assertThat(pace.ideas()).hasSizeBetween(2, 60);
    assertThat(pace.ideas().stream().mapToInt(Integer::intValue).sum()).isEqualTo(500);
  }

  @Test
  void aSessionThatHasNotEndedHasNone() {
    add(0, HappeningKind.QUIET_STARTED).add(5, HappeningKind.SHARING_STARTED);
    assertThat(PaceTimeline.of(happenings, List.of())).isEmpty();
    happenings.clear();
    add(0, HappeningKind.LOBBY_OPENED).add(5, HappeningKind.CLOSING);
    assertThat(PaceTimeline.of(happenings, List.of())).isEmpty();
  }
}
