package microstorm.session.breaks;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;

/**
 * A scheduled break that a facilitator cancelled, by which a repeated request is recognised. A
 * session has at most {@link #KEPT} of them.
 */
@Entity
class CancelledBreak extends PanacheEntityBase {

  /** The number of cancelled breaks of a session that are remembered, the latest ones. */
  static final int KEPT = 100;

  @Id UUID id;
  UUID sessionId;
  Instant cancelledAt;

  protected CancelledBreak() {}

  private CancelledBreak(UUID id, UUID sessionId, Instant cancelledAt) {
    this.id = id;
    this.sessionId = sessionId;
    this.cancelledAt = cancelledAt;
  }

  /** Remembers a cancelled break of a locked session, and forgets the oldest beyond the limit. */
  static void remember(UUID id, UUID sessionId, Instant cancelledAt) {
    new CancelledBreak(id, sessionId, cancelledAt).persistAndFlush();
    CancelledBreak.<CancelledBreak>find("sessionId = ?1 order by cancelledAt desc, id", sessionId)
        .range(KEPT, 2 * KEPT)
        .stream()
        .forEach(PanacheEntityBase::delete);
  }

  /** Whether this break of the session was cancelled lately. */
  static boolean exists(UUID sessionId, UUID id) {
    return count("id = ?1 and sessionId = ?2", id, sessionId) > 0;
  }
}
