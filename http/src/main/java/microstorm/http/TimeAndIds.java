package microstorm.http;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Produces the clock and the ids of the services, so that tests can replace them. */
class TimeAndIds {

  @Produces
  @Singleton
  Clock clock() {
    return new MicrosecondClock();
  }

  @Produces
  @Singleton
  NewId newId() {
    TimeBasedEpochGenerator version7 = Generators.timeBasedEpochGenerator();
    return version7::generate;
  }
}
