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
import microstorm.http.token.Caller;
import microstorm.session.request.RequestDigest;

/** A person who takes part in a session. */
@Entity
public class Participant extends PanacheEntityBase {

  @Id public UUID id;

  @ManyToOne(fetch = FetchType.LAZY)
  public Session session;

  public int position;
  public String name;
  public String role = Caller.PARTICIPANT;
  public boolean ready;

  /** Whether the participant follows the board by a live stream, according to idea-service. */
  public boolean connected;

  /** Whether the participant has followed the board by a live stream at any time. */
  public boolean wasConnected;

  /** Null for a participant of a log. */
  public Instant joinedAt;

  /** Null while the participant is present. */
  public Instant leftAt;

  /** Whether somebody who leads the session removed the participant. */
  public boolean removed;

  /** False when the participant left before the start. */
  public boolean tookPart = true;

  /**
   * The hash of the retry key, by which a repeated request finds the seat; null when there is none.
   */
  public byte[] retryHash;

  /** The digest of the request that came with the retry key ({@link RequestDigest}). */
  public byte[] retryDigest;

  /** The number of the participant's room; null when the group is not split. */
  public Integer room;

  protected Participant() {}

  /** A participant with a place in the session's list, from 0. */
  public Participant(UUID id, Session session, int position, String name) {
    this.id = id;
    this.session = session;
    this.position = position;
    this.name = name;
  }

  /** Whether the participant is present. */
  public boolean isPresent() {
    return leftAt == null;
  }

  /** Whether the participant is an observer. */
  public boolean isObserver() {
    return role.equals(Caller.OBSERVER);
  }

  /**
   * The participants who are present or left after the start, in the order in which they joined.
   */
  public static List<Participant> of(UUID sessionId) {
    return list("session.id = ?1 and (leftAt is null or tookPart) order by position", sessionId);
  }

  /** The participants who are present, in the order in which they joined. */
  public static List<Participant> present(UUID sessionId) {
    return list("session.id = ?1 and leftAt is null order by position", sessionId);
  }

  /** Records that nobody follows the board. */
  public static void disconnectAll(UUID sessionId) {
    update("connected = false where session.id = ?1 and connected", sessionId);
  }

  /** The number of participants that {@link #of} returns. */
  public static int count(UUID sessionId) {
    return (int) count("session.id = ?1 and (leftAt is null or tookPart)", sessionId);
  }

  /** The number of seats that were ever taken. */
  public static int seats(UUID sessionId) {
    return (int) count("session.id", sessionId);
  }

  /** The number of seats that were ever taken in sessions of a team. */
  public static int seatsOfTeam(UUID teamId) {
    return (int) count("session.teamId", teamId);
  }

  /** The participant who joined with the retry key of this hash, present or not. */
  public static Optional<Participant> seatedBy(UUID sessionId, byte[] retryHash) {
    return find("session.id = ?1 and retryHash = ?2", sessionId, retryHash).firstResultOptional();
  }

  /** A participant of this session, present or not. */
  public static Optional<Participant> in(UUID sessionId, UUID id) {
    return find("id = ?1 and session.id = ?2", id, sessionId).firstResultOptional();
  }
}
