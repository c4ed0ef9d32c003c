package microstorm.session.breaks;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A break of a session: scheduled, running or over. */
@Entity
@Table(name = "session_break")
public class Break extends PanacheEntityBase {

  @Id public UUID id;
  public UUID sessionId;
  public int minutes;

  /** Whether the break was scheduled from the plan and not by a facilitator. */
  public boolean planned;

  /** The scheduled beginning; null when a facilitator began the break at once. */
  public Instant startsAt;

  /** Null while the break is only scheduled. */
  public Instant startedAt;

  public Instant endsAt;

  /** Null until the break ends. */
  public Instant endedAt;

  protected Break() {}

  Break(UUID id, UUID sessionId, int minutes) {
    this.id = id;
    this.sessionId = sessionId;
    this.minutes = minutes;
  }

  /** The breaks of the plan that are scheduled and have not begun. */
  static List<Break> plannedAhead(UUID sessionId) {
    return list("sessionId = ?1 and planned and startedAt is null", sessionId);
  }

  /** The breaks that have begun, then the scheduled ones, each in order of time. */
  public static List<Break> of(UUID sessionId) {
    return list("sessionId = ?1 order by startedAt nulls last, startsAt", sessionId);
  }
}
