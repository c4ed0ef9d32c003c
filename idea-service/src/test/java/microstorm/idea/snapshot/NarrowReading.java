package microstorm.idea.snapshot;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** Small limits of the boards that wait for their clients. */
public class NarrowReading implements QuarkusTestProfile {

  @Override
  public Map<String, String> getConfigOverrides() {
    return Map.of(
        "microstorm.readings.megabytes-unread",
        "16",
        "microstorm.readings.megabytes-at-once",
        "1",
        "microstorm.readings.patience",
        "100ms",
        "microstorm.readings.stalled",
        "3s",
        "microstorm.stream.heartbeat",
        "5s");
  }
}
