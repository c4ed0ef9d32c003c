package microstorm.session.capacity;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.util.Optional;
import microstorm.settings.DurationWithUnit;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/** The settings of the pre-scaling. An invalid value stops the start. */
@ConfigMapping(prefix = "microstorm.pre-scaling")
public interface PreScalingConfig {

  /**
   * Whether pre-scaling is on. When it is off, no client is created and the cluster is not queried.
   */
  @WithDefault("false")
  boolean enabled();

  /**
   * The release to scale: the value of the label {@code app.kubernetes.io/instance}. Required if
   * pre-scaling is on.
   */
  Optional<String> release();

  /** The namespace of the release; by default the namespace of this pod. */
  Optional<String> namespace();

  /**
   * How long before a planned session the minimum is raised: long enough to add a node, start a
   * replica and warm it up.
   */
  @WithDefault("10m")
  @WithConverter(DurationWithUnit.class)
  @DurationMin
  @DurationMax(days = 1)
  Duration leadTime();

  /** The assumed length of a planned session, because a plan has only a beginning. */
  @WithDefault("90m")
  @WithConverter(DurationWithUnit.class)
  @DurationMin(minutes = 1)
  @DurationMax(days = 1)
  Duration sessionLength();

  /** How long after its planned end an open session keeps the minimum raised. */
  @WithDefault("15m")
  @WithConverter(DurationWithUnit.class)
  @DurationMin
  @DurationMax(days = 1)
  Duration grace();

  /** How often the leader compares the plans with the present minimum. */
  @WithDefault("30s")
  @WithConverter(DurationWithUnit.class)
  @DurationMin(millis = 100)
  @DurationMax(minutes = 10)
  Duration interval();

  /** How long the others wait for a leader that has disappeared. */
  @WithDefault("30s")
  @WithConverter(DurationWithUnit.class)
  @DurationMin(seconds = 3)
  @DurationMax(minutes = 10)
  Duration lease();

  /** The maximum for a Deployment without an HPA. With an HPA its maxReplicas is the maximum. */
  @WithDefault("5")
  @Min(1)
  @Max(1_000)
  int maxReplicas();

  /**
   * How many people one replica of session-service serves: they join, report that they are ready,
   * and read the session. For the reasons of the three numbers see the README, "Pre-scaling".
   */
  @WithName("participants-per-replica.session-service")
  @WithDefault("500")
  @Min(1)
  @Max(1_000_000)
  int participantsPerSessionService();

  /** How many people one replica of idea-service serves: they write and receive the live stream. */
  @WithName("participants-per-replica.idea-service")
  @WithDefault("250")
  @Min(1)
  @Max(1_000_000)
  int participantsPerIdeaService();

  /**
   * How many people one replica of report-service serves: it projects their ideas, and few of them
   * read reports at the same time.
   */
  @WithName("participants-per-replica.report-service")
  @WithDefault("1000")
  @Min(1)
  @Max(1_000_000)
  int participantsPerReportService();

  /** The number of people that one replica of a service serves. */
  default int participantsPerReplica(Component component) {
    return switch (component) {
      case SESSION_SERVICE -> participantsPerSessionService();
      case IDEA_SERVICE -> participantsPerIdeaService();
      case REPORT_SERVICE -> participantsPerReportService();
    };
  }
}
