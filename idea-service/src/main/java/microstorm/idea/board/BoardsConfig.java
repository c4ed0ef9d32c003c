package microstorm.idea.board;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import microstorm.settings.DurationWithUnit;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/** The limits of a board. */
@ConfigMapping(prefix = "microstorm.boards")
public interface BoardsConfig {

  /** The maximum number of characters of an idea. */
  @WithDefault("2000")
  @Min(1)
  @Max(10_000)
  int maxIdeaLength();

  /**
   * The maximum number of ideas on a board, including withdrawn ones. The upper bound keeps the
   * event with the results below 8 MB when every idea is marked against 20 criteria.
   */
  @WithDefault("2000")
  @Min(1)
  @Max(3_000)
  int maxIdeas();

  /**
   * The maximum number of ideas that one person can write in the quiet phase, including withdrawn
   * ones. In all but small groups {@link QuietAllowance} gives less.
   */
  @WithDefault("500")
  @Min(1)
  @Max(3_000)
  int maxIdeasPerPerson();

  /** The maximum number of topics on a board. */
  @WithDefault("200")
  @Min(1)
  @Max(2_000)
  int maxTopics();

  /** The maximum number of affinity groups on a board. */
  @WithDefault("200")
  @Min(1)
  @Max(2_000)
  int maxGroups();

  /** The maximum number of actions on a board. */
  @WithDefault("200")
  @Min(1)
  @Max(2_000)
  int maxActions();

  /**
   * The maximum number of actions of a team that are open, or whose session was deleted. A session
   * can add none beyond it.
   */
  @WithDefault("5000")
  @Min(1)
  @Max(100_000)
  int maxTeamActions();

  /** The maximum number of levels of ideas that build on each other, and of nested topics. */
  @WithDefault("20")
  @Min(1)
  @Max(100)
  int maxDepth();

  /**
   * How long an early request waits before it is refused. The event that begins a phase takes some
   * milliseconds from session-service to this service.
   */
  @WithDefault("1s")
  @WithConverter(DurationWithUnit.class)
  @DurationMin(seconds = 0)
  @DurationMax(minutes = 1)
  Duration phasePatience();
}
