package microstorm.web;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;

/** Produces the clock and the ids of the services, so that tests can replace them. */
class TimeAndIds {

  /** Ticks in microseconds, the precision of the database. */
  @Produces
  @Singleton
  Clock clock() {
    return Clock.tick(Clock.systemUTC(), Duration.of(1, ChronoUnit.MICROS));
  }

  @Produces
  @Singleton
  NewId newId() {
    TimeBasedEpochGenerator version7 = Generators.timeBasedEpochGenerator();
    return version7::generate;
  }
}
