package microstorm.idea;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** Refuses early requests at once, for tests with many refusals. */
public class Impatient implements QuarkusTestProfile {
  @Override
  public Map<String, String> getConfigOverrides() {
    return Map.of("microstorm.boards.phase-patience", "0s");
  }
}
