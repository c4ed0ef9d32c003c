package microstorm.idea;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** What comes too early is refused at once: for tests of many refusals. */
public class Impatient implements QuarkusTestProfile {
  @Override
  public Map<String, String> getConfigOverrides() {
    return Map.of("microstorm.boards.phase-patience", "0s");
  }
}
