package microstorm.session.breaks;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;

/**
 * A break.
 *
 * @param startsAt when it begins by itself; absent when it was not scheduled
 * @param startedAt absent when it has not begun
 * @param endsAt when it ends by itself
 * @param endedAt absent when it goes on
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record BreakView(
    UUID id, int minutes, Instant startsAt, Instant startedAt, Instant endsAt, Instant endedAt) {

  /** What people see of a break. */
  public static BreakView of(Break pause) {
    return new BreakView(
        pause.id, pause.minutes, pause.startsAt, pause.startedAt, pause.endsAt, pause.endedAt);
  }
}
