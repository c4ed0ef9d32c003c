package microstorm.idea.board;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.mapper.reflect.JdbiConstructor;
import org.jdbi.v3.json.Json;

/**
 * What people need of the session beside the board, as session-service told it.
 *
 * @param since when the phase began
 * @param endsAt when the least time of silent writing is over; stands still during a break
 * @param quietOver whether it is over
 * @param breakEndsAt when the break ends; null when there is none
 * @param breakDue whether the group has worked for so long that a break is proposed
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SessionState(
    String title,
    String problem,
    @Json List<Criterion> criteria,
    Phase phase,
    Instant since,
    Instant endsAt,
    boolean quietOver,
    UUID breakId,
    Instant breakEndsAt,
    boolean breakDue,
    boolean anonymous,
    int votesPerPerson,
    boolean votesOnOwnIdeas) {

  @JdbiConstructor
  public SessionState {}

  /** What a good idea must meet. */
  public record Criterion(UUID id, String text) {}
}
