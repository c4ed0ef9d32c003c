package microstorm.session.breaks;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.UUID;

/** A scheduled break that a facilitator cancelled, by which a repeated request is recognised. */
@Entity
class CancelledBreak extends PanacheEntityBase {

  @Id UUID id;
  UUID sessionId;

  protected CancelledBreak() {}

  CancelledBreak(UUID id, UUID sessionId) {
    this.id = id;
    this.sessionId = sessionId;
  }

  /** Whether this break of the session was cancelled. */
  static boolean exists(UUID sessionId, UUID id) {
    return count("id = ?1 and sessionId = ?2", id, sessionId) > 0;
  }
}
