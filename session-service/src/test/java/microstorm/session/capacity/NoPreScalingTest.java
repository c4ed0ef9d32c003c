package microstorm.session.capacity;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Inject;
import microstorm.session.SessionServiceTest;
import org.junit.jupiter.api.Test;

/** By default the service creates no part of the pre-scaling. */
@SessionServiceTest
class NoPreScalingTest {

  @Inject MeterRegistry registry;

  @Test
  void noThreadOrMetricOfThePreScalingExists() {
    assertThat(Thread.getAllStackTraces().keySet())
        .extracting(Thread::getName)
        .contains("session-timers")
        .doesNotContain("pre-scaling", "pre-scaling-lease");
    assertThat(registry.getMeters())
        .noneMatch(meter -> meter.getId().getName().startsWith("microstorm.prescaling"));
  }
}
