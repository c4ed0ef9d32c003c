package microstorm.idea;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/**
 * The settings of tests that reach limits, wait for phases or look at spans, all in one profile:
 * each profile builds and starts another application.
 */
public final class OtherSettings implements QuarkusTestProfile {

  /** The ideas that a board holds. */
  public static final int IDEAS = 24;

  /** The places in the queue of posts. */
  public static final int QUEUE = 8;

  /** The streams of a person, of a team, and of the replica. */
  public static final int STREAMS_PER_PERSON = 2;

  public static final int STREAMS_PER_TEAM = 4;
  public static final int STREAMS = 5;

  /** The origins whose pages may read answers. */
  public static final String ORIGINS = "https://board.example.com,http://localhost:3000";

  @Override
  public Map<String, String> getConfigOverrides() {
    return Map.ofEntries(
        // enough time for a busy machine
        Map.entry("microstorm.boards.phase-patience", "60s"),
        Map.entry("microstorm.ideas.patience", "90s"),
        // a short queue, and a share as large as the total
        Map.entry("microstorm.ideas.queue-size", Integer.toString(QUEUE)),
        Map.entry("microstorm.ideas.group-size", "2"),
        Map.entry("microstorm.ideas.writers", "1"),
        Map.entry("microstorm.workloads.requests.running-per-team", "32"),
        Map.entry("microstorm.workloads.requests.running-per-client", "32"),
        // a small board
        Map.entry("microstorm.boards.max-ideas", Integer.toString(IDEAS)),
        Map.entry("microstorm.boards.max-ideas-per-person", "10"),
        Map.entry("microstorm.boards.max-idea-length", "30"),
        Map.entry("microstorm.boards.max-topics", "2"),
        Map.entry("microstorm.boards.max-groups", "2"),
        Map.entry("microstorm.boards.max-actions", "2"),
        // few streams
        Map.entry("microstorm.stream.queue", "410K"),
        Map.entry("microstorm.stream.per-person", Integer.toString(STREAMS_PER_PERSON)),
        Map.entry("microstorm.stream.per-team", Integer.toString(STREAMS_PER_TEAM)),
        Map.entry("microstorm.stream.per-replica", Integer.toString(STREAMS)),
        Map.entry("microstorm.stream.heartbeat", "1s"),
        // pages of other origins
        Map.entry("microstorm.http.allowed-origins", ORIGINS),
        // records all spans
        Map.entry("quarkus.otel.sdk.disabled", "false"),
        Map.entry("quarkus.otel.traces.sampler", "parentbased_always_on"));
  }
}
