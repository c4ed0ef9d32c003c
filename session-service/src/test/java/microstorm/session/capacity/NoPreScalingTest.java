package microstorm.session.capacity;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import microstorm.testing.TestServers;
import org.junit.jupiter.api.Test;

/** As it comes: nothing of the pre-scaling is made. */
@QuarkusTest
@QuarkusTestResource(
    value = TestServers.class,
    initArgs = @ResourceArg(name = "database", value = "sessions"))
class NoPreScalingTest {

  @Inject MeterRegistry registry;

  @Test
  void nobodyLooksAtTheCluster() {
    assertThat(Thread.getAllStackTraces().keySet())
        .extracting(Thread::getName)
        .contains("session-timers")
        .doesNotContain("pre-scaling", "pre-scaling-lease");
    assertThat(registry.getMeters())
        .noneMatch(meter -> meter.getId().getName().startsWith("microstorm.prescaling"));
  }
}
