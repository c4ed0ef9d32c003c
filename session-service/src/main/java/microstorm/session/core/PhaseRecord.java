package microstorm.session.core;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A phase as it really was. */
@Entity
public class PhaseRecord extends PanacheEntityBase {

  @Id public UUID id;
  public UUID sessionId;
  public Phase phase;
  public Instant startedAt;

  /** Null: it goes on. */
  public Instant endedAt;

  public long pausedMillis;

  /** Silent writing ended before its least time was over, because everyone was done. */
  public boolean endedEarly;

  protected PhaseRecord() {}

  /** The phase that a session has entered. */
  public PhaseRecord(UUID id, Session session) {
    this.id = id;
    this.sessionId = session.id;
    this.phase = session.phase;
    this.startedAt = session.phaseSince;
  }

  /** The phase that goes on; empty before the lobby. */
  public static Optional<PhaseRecord> running(UUID sessionId) {
    return find("sessionId = ?1 and endedAt is null", sessionId).firstResultOptional();
  }

  /** All phases of a session so far, in their order. */
  public static List<PhaseRecord> of(UUID sessionId) {
    return list("sessionId = ?1 order by startedAt", sessionId);
  }

  /** How long the group was at it, without the breaks. */
  public Duration worked() {
    return Duration.between(startedAt, endedAt).minusMillis(pausedMillis);
  }
}
