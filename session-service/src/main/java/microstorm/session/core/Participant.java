package microstorm.session.core;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import microstorm.web.Caller;

/** Somebody who takes part in a session. */
@Entity
public class Participant extends PanacheEntityBase {

  @Id public UUID id;

  @ManyToOne(fetch = FetchType.LAZY)
  public Session session;

  public int position;
  public String name;
  public String role = Caller.PARTICIPANT;
  public boolean ready;

  /** Null for somebody of a log. */
  public Instant joinedAt;

  /** Null: they are there. */
  public Instant leftAt;

  /** They left because somebody else wanted it. */
  public boolean removed;

  /** False when they left before the start. */
  public boolean tookPart = true;

  /** The hash of the key that they joined with, to be found by it again; null: none. */
  public byte[] retryHash;

  /** The number of the room they sit in; null when the group is not split. */
  public Integer room;

  protected Participant() {}

  /** A participant at a place in the session's list, from 0. */
  public Participant(UUID id, Session session, int position, String name) {
    this.id = id;
    this.session = session;
    this.position = position;
    this.name = name;
  }

  /** Whether they are there now. */
  public boolean isPresent() {
    return leftAt == null;
  }

  /** Whether they only look on. */
  public boolean isObserver() {
    return role.equals(Caller.OBSERVER);
  }

  /** Those who are there or were after the start, in the order in which they joined. */
  public static List<Participant> of(UUID sessionId) {
    return list("session.id = ?1 and (leftAt is null or tookPart) order by position", sessionId);
  }

  /** Those who are there now, in the order in which they joined. */
  public static List<Participant> present(UUID sessionId) {
    return list("session.id = ?1 and leftAt is null order by position", sessionId);
  }

  /** How many {@link #of} gives. */
  public static int count(UUID sessionId) {
    return (int) count("session.id = ?1 and (leftAt is null or tookPart)", sessionId);
  }

  /** How many seats were ever taken. */
  public static int seats(UUID sessionId) {
    return (int) count("session.id", sessionId);
  }

  /** Whoever took a seat of this session with the key of this hash, whether there or not. */
  public static Optional<Participant> seatedBy(UUID sessionId, byte[] retryHash) {
    return find("session.id = ?1 and retryHash = ?2", sessionId, retryHash).firstResultOptional();
  }

  /** Somebody of this session, whether there or not. */
  public static Optional<Participant> in(UUID sessionId, UUID id) {
    return find("id = ?1 and session.id = ?2", id, sessionId).firstResultOptional();
  }
}
