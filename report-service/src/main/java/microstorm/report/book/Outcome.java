package microstorm.report.book;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a session that was run live came to, beside its ideas. Empty for a session of a log.
 *
 * @param criteria what a good idea had to meet
 * @param comparisons what was compared, by the idea that stands for it
 * @param votes dots by idea; empty before the group has converged, and if it did not
 * @param quiet how the silent writing went; null before it has ended
 * @param writers how many people wrote; null before the board is sealed
 * @param hints how often somebody was told that their words read like praise or criticism
 * @param happenings all that happened, in order
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

  /** What a good idea had to meet. */
  public record Criterion(UUID id, String text) {}

  /** Two things side by side. */
  public record Comparison(UUID ideaId, JsonNode comparison) {}

  /** An affinity group. */
  public record Group(UUID id, String name, List<UUID> ideaIds) {}

  /** The dots of an idea. */
  public record Votes(UUID ideaId, int votes) {}

  /** How an idea was marked against a criterion: the mean of 1 to 5, and of how many. */
  public record Mark(UUID ideaId, UUID criterionId, double mean, int count) {}

  /** Who does what until when. */
  public record Action(
      UUID id,
      UUID ideaId,
      String text,
      String owner,
      LocalDate dueOn,
      String state,
      UUID carriedFrom) {}

  /** The silent writing: what it lasted without breaks, the breaks, whether all were done early. */
  public record Quiet(long quietSeconds, long pausedSeconds, boolean endedEarly) {}

  /** A break; {@code endedAt} is null while it lasts. */
  public record Break(UUID breakId, Instant startedAt, Instant endedAt) {}

  /** Something that happened. */
  public record Happening(Instant at, String kind, JsonNode detail) {}
}
