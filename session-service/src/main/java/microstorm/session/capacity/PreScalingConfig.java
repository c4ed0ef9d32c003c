package microstorm.session.capacity;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** How floors are raised before planned sessions. Checked at start where it is switched on. */
@ConfigMapping(prefix = "microstorm.pre-scaling")
public interface PreScalingConfig {

  /** Whether it is done at all. Off: no client is made and the cluster is not asked anything. */
  @WithDefault("false")
  boolean enabled();

  /** The release whose services these are: the label {@code app.kubernetes.io/instance}. */
  Optional<String> release();

  /** The namespace that the release is in; this pod's own when nobody says. */
  Optional<String> namespace();

  /**
   * How long before a planned session the floors are raised: long enough for a node to be added and
   * a replica to start and warm up.
   */
  @WithDefault("10m")
  Duration leadTime();

  /** How long a planned session is thought to last; a plan has a beginning only. */
  @WithDefault("90m")
  Duration sessionLength();

  /** How long after its planned end a session that nobody closed keeps the floors up. */
  @WithDefault("15m")
  Duration grace();

  /** How often the leader looks at the plans and the floors. */
  @WithDefault("30s")
  Duration interval();

  /** How long a leader that has gone without a word is waited for. */
  @WithDefault("30s")
  Duration lease();

  /** What bounds a Deployment that has no HPA; where there is one, its maxReplicas does. */
  @WithDefault("5")
  int maxReplicas();

  /** How many people one replica is good for. */
  Participants participantsPerReplica();

  /** By service; why these numbers: README, "Pre-scaling". */
  interface Participants {

    /** People who join, say that they are ready, and look at the session. */
    @WithDefault("500")
    int sessionService();

    /** People who write and who watch the board's stream. */
    @WithDefault("250")
    int ideaService();

    /** People whose ideas are projected; few of them read reports meanwhile. */
    @WithDefault("1000")
    int reportService();
  }

  /** How many people one replica of a service is good for. */
  default int participantsPerReplica(Component component) {
    return switch (component) {
      case SESSION_SERVICE -> participantsPerReplica().sessionService();
      case IDEA_SERVICE -> participantsPerReplica().ideaService();
      case REPORT_SERVICE -> participantsPerReplica().reportService();
    };
  }
}
