package microstorm.local.demo;

import java.util.concurrent.TimeUnit;

/** How fast the simulated people are: at 1 like people in a hurry. */
public record Pace(double speed) {

  /** Lets some time go by, so many seconds at speed 1. */
  void pause(double seconds) throws InterruptedException {
    TimeUnit.MILLISECONDS.sleep(Math.round(seconds * 1000 / speed));
  }
}
