package microstorm.idea.board;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.mapper.reflect.JdbiConstructor;
import org.jdbi.v3.json.Json;

/**
 * The session as shown with its board, according to the events of session-service.
 *
 * @param since the time at which the phase began
 * @param endsAt the end of the minimum quiet time; it does not advance during a break
 * @param quietOver whether the minimum quiet time is over
 * @param breakEndsAt the end of the break; null when there is none
 * @param breakDue whether a break is proposed because the group has worked long enough
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

  /** A requirement that a good idea must meet. */
  public record Criterion(UUID id, String text) {}
}
