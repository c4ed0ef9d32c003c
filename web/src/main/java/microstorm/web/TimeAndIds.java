package microstorm.web;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Time and ids come into the services from here, so that tests can hold them. */
class TimeAndIds {

  @Produces
  @Singleton
  Clock clock() {
    return Clock.systemUTC();
  }

  @Produces
  @Singleton
  NewId newId() {
    TimeBasedEpochGenerator version7 = Generators.timeBasedEpochGenerator();
    return version7::generate;
  }
}
