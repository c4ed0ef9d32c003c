package microstorm.session.seat;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The screen of a room that waits until a facilitator admits it. */
@Entity
public class Screen extends PanacheEntityBase {

  @Id public UUID id;
  public UUID sessionId;

  /** The hash of the key with which the screen takes its seat. */
  public byte[] rejoinHash;

  /** The text that the screen shows, so that a facilitator recognizes it. */
  public String sign;

  public Instant requestedAt;
  public Instant expiresAt;

  protected Screen() {}

  Screen(UUID id, UUID sessionId, byte[] rejoinHash, String sign) {
    this.id = id;
    this.sessionId = sessionId;
    this.rejoinHash = rejoinHash;
    this.sign = sign;
  }

  /** The screens that wait, in the order of their requests. */
  static List<Screen> waiting(UUID sessionId, Instant now) {
    return list("sessionId = ?1 and expiresAt > ?2 order by requestedAt, id", sessionId, now);
  }

  /** The screen that waits with the key of this hash. */
  static Optional<Screen> waitingWith(UUID sessionId, byte[] rejoinHash, Instant now) {
    return find("sessionId = ?1 and rejoinHash = ?2 and expiresAt > ?3", sessionId, rejoinHash, now)
        .firstResultOptional();
  }

  /** Forgets the screens of a session that have waited too long. */
  static void forgetExpired(UUID sessionId, Instant now) {
    delete("sessionId = ?1 and expiresAt <= ?2", sessionId, now);
  }
}
