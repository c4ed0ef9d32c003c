package microstorm.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class LastAnswerTest {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private long now = -1;
  private final LastAnswer last = new LastAnswer(() -> now, PATIENCE);

  private void pass(Duration duration) {
    now += duration.toNanos();
  }

  @Test
  void isNotRecentBeforeTheFirst() {
    assertThat(last.isRecent()).isFalse();
    pass(Duration.ofHours(1));
    assertThat(last.isRecent()).isFalse();
    assertThat(last.describe()).isEqualTo("none yet");
  }

  @Test
  void staysRecentDuringAShortOutage() {
    last.record();
    pass(PATIENCE.minusNanos(1));
    assertThat(last.isRecent()).isTrue();
    last.record();
    pass(PATIENCE.minusNanos(1));
    assertThat(last.isRecent()).isTrue();
  }

  @Test
  void isNotRecentAfterALongOutageAndIsAgainAfterTheNextResponse() {
    last.record();
    pass(PATIENCE);
    assertThat(last.isRecent()).isFalse();
    assertThat(last.describe()).isEqualTo("30 s ago");
    last.record();
    assertThat(last.isRecent()).isTrue();
  }
}
