package microstorm.session.capacity;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** The metrics of the pre-scaling. Only the leader knows the minimum numbers. */
final class PreScalingMetrics {

  private final MeterRegistry registry;
  private final AtomicInteger leading = new AtomicInteger();
  private final AtomicInteger people = new AtomicInteger();
  private final Map<Component, AtomicInteger> floors = new EnumMap<>(Component.class);

  PreScalingMetrics(MeterRegistry registry) {
    this.registry = registry;
    Gauge.builder("microstorm.prescaling.leading", leading::get)
        .description("Whether this replica leads the pre-scaling")
        .register(registry);
    Gauge.builder("microstorm.prescaling.expected", people::get)
        .description("People expected in the planned sessions that overlap now")
        .baseUnit("people")
        .register(registry);
    for (Component component : Component.values()) {
      AtomicInteger floor = new AtomicInteger();
      floors.put(component, floor);
      Gauge.builder("microstorm.prescaling.floor", floor::get)
          .description("The minimum number of replicas")
          .tag("component", component.label())
          .register(registry);
    }
  }

  void leading(boolean leads) {
    leading.set(leads ? 1 : 0);
  }

  void expected(int expectedPeople) {
    people.set(expectedPeople);
  }

  void floor(Component component, int value) {
    floors.get(component).set(value);
  }

  void decided(Component component, Decision decision) {
    registry
        .counter(
            "microstorm.prescaling.decisions",
            "component",
            component.label(),
            "decision",
            decision.label())
        .increment();
  }

  /** Counts requests that failed in the cluster: forbidden, conflict or unreachable. */
  void failed(String reason) {
    registry.counter("microstorm.prescaling.failures", "reason", reason).increment();
  }
}
