package microstorm.session.core;

import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Finds and locks sessions. Runs in the caller's transaction. */
public final class Sessions {

  /**
   * The value for {@link jakarta.persistence.Query#setHint} that skips a row that another
   * transaction has locked.
   */
  private static final int SKIP_LOCKED = -2;

  private Sessions() {}

  /** The data that admits people to a session. */
  public record Codes(String joinCode, String facilitatorCode, UUID teamId) {}

  /** The data that admits people to this session, read without waiting for a lock. */
  public static Optional<Codes> codes(UUID id) {
    return Session.find("select joinCode, facilitatorCode, teamId from Session where id = ?1", id)
        .project(Codes.class)
        .firstResultOptional();
  }

  /** The session that this code admits to, as participant or as facilitator. */
  public static Optional<Session> ofCode(String code) {
    return Session.find("joinCode = ?1 or facilitatorCode = ?1", JoinCode.read(code))
        .firstResultOptional();
  }

  public static Optional<Session> ofTeam(UUID teamId, UUID id) {
    return Session.find("id = ?1 and teamId = ?2", id, teamId).firstResultOptional();
  }

  public static Optional<Session> plannedBy(UUID teamId, byte[] retryHash) {
    return Session.find("teamId = ?1 and retryHash = ?2", teamId, retryHash).firstResultOptional();
  }

  static Optional<Session> lockOfTeam(UUID teamId, UUID id) {
    return Session.find("id = ?1 and teamId = ?2", id, teamId)
        .withLock(LockModeType.PESSIMISTIC_WRITE)
        .firstResultOptional();
  }

  /** The session, locked until the transaction ends. Call this before the session is read. */
  public static Optional<Session> lock(UUID id) {
    return Session.find("id", id).withLock(LockModeType.PESSIMISTIC_WRITE).firstResultOptional();
  }

  /**
   * Locks sessions until the transaction ends, in the order in which every transaction locks
   * several.
   */
  public static void lockAll(Collection<UUID> ids) {
    Session.find("id in ?1 order by id", ids).withLock(LockModeType.PESSIMISTIC_WRITE).list();
  }

  /**
   * The session, locked until the transaction ends; empty when another transaction has it locked.
   */
  public static Optional<Session> lockIfFree(UUID id) {
    return Session.find("id", id)
        .withLock(LockModeType.PESSIMISTIC_WRITE)
        .withHint("jakarta.persistence.lock.timeout", SKIP_LOCKED)
        .firstResultOptional();
  }

  /**
   * Locks some sessions of a team, a deleted one too, until the transaction ends, and returns their
   * ids. Does not wait for those that another transaction has locked.
   */
  @SuppressWarnings("unchecked")
  public static List<UUID> lockSomeOf(UUID teamId, int limit) {
    return Session.getEntityManager()
        .createNativeQuery(
            "select id from session where team_id = ?1 order by id limit ?2 for update skip locked",
            UUID.class)
        .setParameter(1, teamId)
        .setParameter(2, limit)
        .getResultList();
  }

  /** The number of a team's sessions. */
  public static int countOf(UUID teamId) {
    return (int) Session.count("teamId", teamId);
  }
}
