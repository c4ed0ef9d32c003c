package microstorm.session.capacity;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;
import microstorm.settings.DurationWithUnit;

/** The settings of the pre-scaling. Checked at the start when it is switched on. */
@ConfigMapping(prefix = "microstorm.pre-scaling")
public interface PreScalingConfig {

  /**
   * Whether pre-scaling is on. When it is off, no client is created and the cluster is not queried.
   */
  @WithDefault("false")
  boolean enabled();

  /** The release to scale: the value of the label {@code app.kubernetes.io/instance}. */
  Optional<String> release();

  /** The namespace of the release; by default the namespace of this pod. */
  Optional<String> namespace();

  /**
   * How long before a planned session the minimum is raised: long enough to add a node, start a
   * replica and warm it up.
   */
  @WithDefault("10m")
  @WithConverter(DurationWithUnit.class)
  Duration leadTime();

  /** The assumed length of a planned session, because a plan has only a beginning. */
  @WithDefault("90m")
  @WithConverter(DurationWithUnit.class)
  Duration sessionLength();

  /** How long after its planned end an open session keeps the minimum raised. */
  @WithDefault("15m")
  @WithConverter(DurationWithUnit.class)
  Duration grace();

  /** How often the leader compares the plans with the present minimum. */
  @WithDefault("30s")
  @WithConverter(DurationWithUnit.class)
  Duration interval();

  /** How long the others wait for a leader that has disappeared. */
  @WithDefault("30s")
  @WithConverter(DurationWithUnit.class)
  Duration lease();

  /** The maximum for a Deployment without an HPA. With an HPA its maxReplicas is the maximum. */
  @WithDefault("5")
  int maxReplicas();

  /** The number of people that one replica serves. */
  Participants participantsPerReplica();

  /** The numbers for each service. For the reasons see the README, "Pre-scaling". */
  interface Participants {

    /** People who join, report that they are ready, and read the session. */
    @WithDefault("500")
    int sessionService();

    /** People who write and who receive the live stream. */
    @WithDefault("250")
    int ideaService();

    /** People whose ideas are projected; few of them read reports at the same time. */
    @WithDefault("1000")
    int reportService();
  }

  /** The number of people that one replica of a service serves. */
  default int participantsPerReplica(Component component) {
    return switch (component) {
      case SESSION_SERVICE -> participantsPerReplica().sessionService();
      case IDEA_SERVICE -> participantsPerReplica().ideaService();
      case REPORT_SERVICE -> participantsPerReplica().reportService();
    };
  }
}
