package microstorm.session.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The times of a session follow from its phases and breaks. */
class SessionTest {

  private static final Instant START = Instant.parse("2026-01-01T23:30:00Z");
  private static final Duration QUIET = Duration.ofMinutes(Settings.STANDARD.quietMinutes());

  private final Session session = new Session();

  private Session quiet() {
    session.settings = Settings.STANDARD;
    session.timeZone = "Europe/Berlin";
    session.enter(Phase.LOBBY, START.minusSeconds(60));
    session.enter(Phase.QUIET, START);
    return session;
  }

  private static Instant after(long minutes) {
    return START.plus(Duration.ofMinutes(minutes));
  }

  @Test
  void theQuietPhaseSetsTheDateInTheSessionsTimeZone() {
    assertThat(quiet().heldOn).isEqualTo(LocalDate.parse("2026-01-02"));
    assertThat(session.phaseSince).isEqualTo(START);
  }

  @Test
  void onlyTheQuietPhaseHasAMinimumTime() {
    session.settings = Settings.STANDARD;
    session.enter(Phase.LOBBY, START);
    assertThat(session.phaseEndsAt()).isNull();
    assertThat(quiet().phaseEndsAt()).isEqualTo(START.plus(QUIET));
    session.enter(Phase.SHARING, after(10));
    assertThat(session.phaseEndsAt()).isNull();
  }

  @Test
  void aBreakPostponesTheEndOfTheQuietTimeByItsLength() {
    UUID pause = UUID.randomUUID();
    quiet().pause(pause);
    assertThat(session.isOnBreak()).isTrue();
    session.resume(after(2), after(9));
    assertThat(session.isOnBreak()).isFalse();
    assertThat(session.phaseEndsAt()).isEqualTo(START.plus(QUIET).plus(Duration.ofMinutes(7)));
  }

  @Test
  void aBreakAfterTheQuietTimePostponesNothing() {
    quiet().pause(UUID.randomUUID());
    session.resume(START.plus(QUIET), after(20));
    assertThat(session.phaseEndsAt()).isEqualTo(START.plus(QUIET));
  }

  @Test
  void theNextBreakIsDueAfterWorkWithoutOne() {
    Duration work = Duration.ofMinutes(Settings.STANDARD.breakAfterMinutes());
    assertThat(quiet().breakDueAt()).isEqualTo(START.plus(work));
    session.enter(Phase.SHARING, after(6));
    assertThat(session.breakDueAt()).isEqualTo(START.plus(work));
    session.pause(UUID.randomUUID());
    session.resume(after(8), after(9));
    assertThat(session.breakDueAt()).isEqualTo(after(9).plus(work));
  }
}
