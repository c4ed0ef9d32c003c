package microstorm.idea;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/**
 * Refuses early requests at once, for tests with many refusals. Posts are written in small batches,
 * so that more of them wait than all writers take at once; they have enough time for a busy
 * machine.
 */
public class Impatient implements QuarkusTestProfile {

  private static final int GROUP = 4;

  /** The places of a team and of a client in the queue of posts, which has three times as many. */
  public static final int SHARE = 3 * GROUP;

  @Override
  public Map<String, String> getConfigOverrides() {
    return Map.of(
        "microstorm.boards.phase-patience",
        "0s",
        "microstorm.workloads.requests.patience",
        "90s",
        "microstorm.ideas.group-size",
        Integer.toString(GROUP),
        "microstorm.ideas.queue-size",
        Integer.toString(3 * SHARE),
        "microstorm.ideas.per-team",
        Integer.toString(SHARE),
        "microstorm.ideas.per-client",
        Integer.toString(SHARE),
        "microstorm.ideas.patience",
        "90s");
  }
}
