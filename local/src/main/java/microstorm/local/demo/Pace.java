package microstorm.local.demo;

import java.util.concurrent.TimeUnit;

/** The speed of the simulated people; 1 is that of people in a hurry. */
public record Pace(double speed) {

  /** Pauses for this number of seconds at speed 1, shorter or longer at other speeds. */
  void pause(double seconds) throws InterruptedException {
    TimeUnit.MILLISECONDS.sleep(Math.round(seconds * 1000 / speed));
  }
}
