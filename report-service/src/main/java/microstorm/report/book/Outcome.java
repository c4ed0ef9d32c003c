package microstorm.report.book;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The result of a session held here, in addition to its ideas. Empty for a session of a log.
 *
 * @param criteria the requirements for a good idea
 * @param comparisons the comparisons, by the idea that describes each of them
 * @param votes dots by idea; empty until the converging phase has ended, and if there was none
 * @param quiet figures of the quiet phase; null until it has ended
 * @param writers how many people wrote ideas; null until the board is sealed
 * @param hints how often an author got a hint that an idea reads like praise or criticism; null
 *     until the board is sealed
 * @param happenings the timeline of the session, in order
 */
public record Outcome(
    List<Criterion> criteria,
    List<Comparison> comparisons,
    List<Group> groups,
    List<Votes> votes,
    List<Mark> marks,
    List<Action> actions,
    Quiet quiet,
    List<Break> breaks,
    @Schema(nullable = true) Integer writers,
    @Schema(nullable = true) Integer hints,
    List<Happening> happenings) {

  /** A requirement for a good idea. */
  public record Criterion(UUID id, String text) {}

  /** A comparison of two things. */
  public record Comparison(UUID ideaId, JsonNode comparison) {}

  /** An affinity group. */
  public record Group(UUID id, String name, List<UUID> ideaIds) {}

  /** The dots of an idea. */
  public record Votes(UUID ideaId, int votes) {}

  /** The marks of an idea for a criterion: their mean (1 to 5) and their number. */
  public record Mark(UUID ideaId, UUID criterionId, double mean, int count) {}

  /** Something that someone will do after the session. */
  public record Action(
      UUID id,
      UUID ideaId,
      String text,
      String owner,
      LocalDate dueOn,
      String state,
      UUID carriedFrom) {}

  /**
   * The quiet phase: its length without breaks, the length of the breaks, and whether it ended
   * early because everyone was ready.
   */
  public record Quiet(long quietSeconds, long pausedSeconds, boolean endedEarly) {}

  /** A break; {@code endedAt} is null while it lasts. */
  public record Break(UUID breakId, Instant startedAt, Instant endedAt) {}

  /** An entry in the timeline. */
  public record Happening(Instant at, String kind, JsonNode detail) {}
}
