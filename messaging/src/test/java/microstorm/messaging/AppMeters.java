package microstorm.messaging;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Without a registry, Quarkus's composite registry counts nothing. */
class AppMeters {

  @Produces
  @Singleton
  SimpleMeterRegistry registry() {
    return new SimpleMeterRegistry();
  }
}
