package microstorm.idea.board;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/** The bounds of a board. */
@ConfigMapping(prefix = "microstorm.boards")
public interface BoardsConfig {

  /** Most characters of an idea. */
  @WithDefault("2000")
  @Min(1)
  @Max(10_000)
  int maxIdeaLength();

  /**
   * Most ideas of a board, the withdrawn ones included. At most as many as can be counted in one
   * event of 8 MB when each is marked by 20 criteria.
   */
  @WithDefault("2000")
  @Min(1)
  @Max(3_000)
  int maxIdeas();

  /**
   * Most ideas that one person writes in a quiet phase, the withdrawn ones included. Less than a
   * board takes: else a person could fill the board, and learn from the refusal how much others
   * have written.
   */
  @WithDefault("500")
  @Min(1)
  @Max(3_000)
  int maxIdeasPerPerson();

  /** Most topics of a board. */
  @WithDefault("200")
  @Min(1)
  @Max(2_000)
  int maxTopics();

  /** Most affinity groups of a board. */
  @WithDefault("200")
  @Min(1)
  @Max(2_000)
  int maxGroups();

  /** Most actions of a board. */
  @WithDefault("200")
  @Min(1)
  @Max(2_000)
  int maxActions();

  /** Most levels of ideas that build on each other, and of topics within topics. */
  @WithDefault("20")
  @Min(1)
  @Max(100)
  int maxDepth();

  /**
   * How long a command that comes too early is kept before it is refused: a phase that has begun in
   * session-service takes some milliseconds to be known here.
   */
  @WithDefault("1s")
  @DurationMin(seconds = 0)
  @DurationMax(minutes = 1)
  Duration phasePatience();
}
