package microstorm.idea.presence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** After an outage nobody is disconnected before every replica could renew its leases. */
class ExpiryGuardTest {

  private static final Instant START = Instant.parse("2026-01-02T03:04:05Z");

  private final ExpiryGuard guard = new ExpiryGuard(Duration.ofSeconds(30), START);

  private boolean renewedAt(int second) {
    return guard.renewed(START.plusSeconds(second));
  }

  /** Renews every second, and returns the first second in which leases may end. */
  private int firstExpiry(int from) {
    int second = from;
    while (!renewedAt(second)) {
      second++;
    }
    return second;
  }

  @Test
  void aReplicaThatStartsWaitsForOneGracePeriod() {
    assertThat(firstExpiry(1)).isEqualTo(30);
  }

  @Test
  void regularRenewalsDoNotDelayTheEndOfLeases() {
    int second = firstExpiry(1);
    for (int i = 1; i <= 10; i++) {
      assertThat(renewedAt(second + 10 * i)).isTrue();
    }
  }

  @Test
  void afterAnOutageLeasesEndOneGracePeriodLater() {
    int before = firstExpiry(1);
    int after = before + 60; // renewals failed meanwhile
    assertThat(firstExpiry(after)).isEqualTo(after + 30);
  }
}
