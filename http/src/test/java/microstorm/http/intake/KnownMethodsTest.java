package microstorm.http.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Methods that clients invent create no series of their own. */
class KnownMethodsTest {

  private static final int INVENTED = 1_000;

  private static MeterRegistry filtered() {
    MeterRegistry registry = new SimpleMeterRegistry();
    registry.config().meterFilter(new KnownMethods(null, null));
    return registry;
  }

  private static int seriesAfterInventedMethodsIn(MeterRegistry registry) {
    IntStream.range(0, INVENTED)
        .forEach(i -> registry.timer("http.server.requests", "method", "INVENTED" + i));
    return registry.getMeters().size();
  }

  @Test
  void inventedMethodsMakeNoSeries() {
    assertThat(seriesAfterInventedMethodsIn(filtered())).isZero();
  }

  /** The control: without the filter each of them stays. */
  @Test
  void withoutTheFilterEachMakesOne() {
    assertThat(seriesAfterInventedMethodsIn(new SimpleMeterRegistry())).isEqualTo(INVENTED);
  }

  @Test
  void knownMethodsAndTheSharedNameAreCounted() {
    MeterRegistry registry = filtered();
    registry.timer("http.server.requests", "method", "PATCH");
    registry.timer("http.server.requests", "method", KnownMethods.OTHER);
    registry.timer("anything.else", "method", "theirs");
    assertThat(registry.getMeters()).hasSize(3);
  }
}
