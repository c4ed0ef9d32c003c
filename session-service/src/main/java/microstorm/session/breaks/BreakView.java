package microstorm.session.breaks;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;

/**
 * A break.
 *
 * @param startsAt the scheduled beginning; absent when the break was not scheduled
 * @param startedAt the beginning; absent before it
 * @param endsAt the planned end; absent before the beginning
 * @param endedAt the actual end; absent before it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record BreakView(
    UUID id, int minutes, Instant startsAt, Instant startedAt, Instant endsAt, Instant endedAt) {

  /** The view of a break. */
  public static BreakView of(Break pause) {
    return new BreakView(
        pause.id, pause.minutes, pause.startsAt, pause.startedAt, pause.endsAt, pause.endedAt);
  }
}
