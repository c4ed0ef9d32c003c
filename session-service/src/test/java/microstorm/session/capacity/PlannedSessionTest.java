package microstorm.session.capacity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import microstorm.session.capacity.PlannedSession.Expected;
import microstorm.session.core.Phase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A session counts from ten minutes before its start until fifteen minutes after its ninety
 * minutes.
 */
class PlannedSessionTest {

  private static final Instant BEGIN = Instant.parse("2026-03-02T10:00:00Z");
  private static final PreScalingConfig CONFIG = Configs.of();

  private static PlannedSession plan(Phase phase, int size) {
    return new PlannedSession(BEGIN, phase, size);
  }

  @ParameterizedTest
  @CsvSource({
    "PLANNED,    -11, false",
    "PLANNED,    -10, true",
    "PLANNED,      0, true",
    "PLANNED,    104, true",
    "PLANNED,    105, false",
    "LOBBY,      -60, true",
    "QUIET,       20, true",
    "SHARING,    104, true",
    "CONVERGING, 105, false",
    "CLOSING,     20, false",
    "CLOSED,      20, false",
    "CANCELLED,  -10, false"
  })
  void aSessionCountsAroundItsTime(Phase phase, int minutesAfterBegin, boolean counts) {
    Instant now = BEGIN.plus(Duration.ofMinutes(minutesAfterBegin));
    assertThat(PlannedSession.expected(List.of(plan(phase, 7)), now, CONFIG))
        .isEqualTo(counts ? new Expected(1, 7) : new Expected(0, 0));
  }

  @Test
  void overlappingSessionsAreAddedUp() {
    PlannedSession next =
        new PlannedSession(BEGIN.plus(Duration.ofMinutes(100)), Phase.PLANNED, 150);
    List<PlannedSession> plans = List.of(plan(Phase.SHARING, 200), next);
    Instant before = BEGIN.plus(Duration.ofMinutes(89));
    assertThat(PlannedSession.expected(plans, before, CONFIG)).isEqualTo(new Expected(1, 200));
    assertThat(PlannedSession.expected(plans, before.plusSeconds(60), CONFIG))
        .isEqualTo(new Expected(2, 350));
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "1, 1", "250, 1", "251, 2", "500, 2", "501, 3"})
  void replicasAreRoundedUp(int people, int replicas) {
    assertThat(new Expected(1, people).replicas(250)).isEqualTo(replicas);
  }

  /**
   * Another session never reduces the expected people, and the order of the plans has no influence.
   */
  @Test
  void anotherSessionNeverReducesThePeople() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (int round = 0; round < 500; round++) {
      List<PlannedSession> plans =
          Stream.generate(() -> any(random)).limit(random.nextInt(20)).toList();
      PlannedSession more = any(random);
      Instant now = BEGIN.plus(Duration.ofMinutes(random.nextInt(600) - 300));
      Expected without = PlannedSession.expected(plans, now, CONFIG);
      Expected with =
          PlannedSession.expected(
              Stream.concat(Stream.of(more), plans.stream()).toList(), now, CONFIG);
      assertThat(with.people() - without.people()).as("seed %d", seed).isIn(0, more.size());
    }
  }

  private static PlannedSession any(Random random) {
    Phase[] phases = Phase.values();
    return new PlannedSession(
        BEGIN.plus(Duration.ofMinutes(random.nextInt(400) - 200)),
        phases[random.nextInt(phases.length)],
        1 + random.nextInt(200));
  }
}
