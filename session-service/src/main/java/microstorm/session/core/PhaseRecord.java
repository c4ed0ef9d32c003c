package microstorm.session.core;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The actual times of a phase. */
@Entity
public class PhaseRecord extends PanacheEntityBase {

  @Id public UUID id;
  public UUID sessionId;
  public Phase phase;
  public Instant startedAt;

  /** Null while the phase continues. */
  public Instant endedAt;

  public long pausedMillis;

  /** Whether the quiet phase ended before its minimum time, because everyone was ready. */
  public boolean endedEarly;

  protected PhaseRecord() {}

  /** The record of the phase that a session has entered. */
  public PhaseRecord(UUID id, Session session) {
    this.id = id;
    this.sessionId = session.id;
    this.phase = session.phase;
    this.startedAt = session.phaseSince;
  }

  /** The record of the present phase; empty before the lobby. */
  public static Optional<PhaseRecord> running(UUID sessionId) {
    return find("sessionId = ?1 and endedAt is null", sessionId).firstResultOptional();
  }

  /** Whether a session has been in this phase. */
  public static boolean has(UUID sessionId, Phase phase) {
    return count("sessionId = ?1 and phase = ?2", sessionId, phase) > 0;
  }

  /** All phases of a session so far, in order. */
  public static List<PhaseRecord> of(UUID sessionId) {
    return list("sessionId = ?1 order by startedAt", sessionId);
  }

  /** The length of the phase without the breaks. */
  public Duration worked() {
    return Duration.between(startedAt, endedAt).minusMillis(pausedMillis);
  }
}
