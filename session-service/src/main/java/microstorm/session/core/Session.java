package microstorm.session.core;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.quarkus.hibernate.orm.panache.PanacheQuery;
import jakarta.persistence.CascadeType;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.LockModeType;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.OrderColumn;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A brainstorming session of a team. */
@Entity
public class Session extends PanacheEntityBase {

  /** To {@link jakarta.persistence.Query#setHint}: pass over a row that somebody else holds. */
  private static final int SKIP_LOCKED = -2;

  @Id public UUID id;
  public UUID teamId;
  public Integer number;
  public String title;
  public String problem;
  public String summary;
  public LocalDate heldOn;
  public Phase phase;
  public Integer logRevision;

  /** The hash of the key that it was planned with, to be found by it again; null: none. */
  public byte[] retryHash;

  /** Whether the open actions of the team's last session are taken over when the lobby opens. */
  public boolean carryActions;

  public Instant createdAt;
  public Instant updatedAt;

  /** Null for a session of a log: nobody joins it. */
  public String joinCode;

  public String facilitatorCode;

  /** How many seats had been given when the codes were renewed last. */
  public int seatsBefore;

  public Instant plannedAt;
  public String timeZone;

  /** Null for a session of a log. */
  @Embedded public Settings settings;

  /** When the phase began; null for a session of a log, and before the lobby. */
  public Instant phaseSince;

  /** When the least time of silent writing is over; stands still during a break. */
  public Instant quietEndsAt;

  /** Since when the group has worked without a break; null before the start. */
  public Instant workingSince;

  /** Whether it began to close because nobody closed it. */
  public boolean closesByItself;

  /** The break that is running; null: none. */
  public UUID breakId;

  public List<String> cards = new ArrayList<>();
  public List<String> checklist = new ArrayList<>();

  @ElementCollection
  @CollectionTable(name = "criterion", joinColumns = @JoinColumn(name = "session_id"))
  @OrderColumn(name = "position")
  public List<Criterion> criteria = new ArrayList<>();

  @OneToMany(mappedBy = "session", cascade = CascadeType.ALL, orphanRemoval = true)
  @OrderBy("position")
  public List<Participant> participants = new ArrayList<>();

  /** The session's time zone; UTC when nobody said. */
  public ZoneId zone() {
    return timeZone == null ? ZoneOffset.UTC : ZoneId.of(timeZone);
  }

  /** Whether a break is running. */
  public boolean isOnBreak() {
    return breakId != null;
  }

  /** What joining a session takes. */
  public record Codes(String joinCode, String facilitatorCode, UUID teamId) {}

  /** What joining this session takes, read without waiting for whoever has it locked. */
  public static Optional<Codes> codes(UUID id) {
    return find("select joinCode, facilitatorCode, teamId from Session where id = ?1", id)
        .project(Codes.class)
        .firstResultOptional();
  }

  public static Optional<Session> ofTeam(UUID teamId, UUID id) {
    return find("id = ?1 and teamId = ?2", id, teamId).firstResultOptional();
  }

  public static Optional<Session> plannedBy(UUID teamId, byte[] retryHash) {
    return find("teamId = ?1 and retryHash = ?2", teamId, retryHash).firstResultOptional();
  }

  static Optional<Session> lockOfTeam(UUID teamId, UUID id) {
    return find("id = ?1 and teamId = ?2", id, teamId)
        .withLock(LockModeType.PESSIMISTIC_WRITE)
        .firstResultOptional();
  }

  /** The session, locked until the transaction ends. To be called before anything of it is read. */
  public static Optional<Session> lock(UUID id) {
    return find("id", id).withLock(LockModeType.PESSIMISTIC_WRITE).firstResultOptional();
  }

  /** Locks sessions until the transaction ends, in the order that all take who lock several. */
  public static void lockAll(Collection<UUID> ids) {
    find("id in ?1 order by id", ids).withLock(LockModeType.PESSIMISTIC_WRITE).list();
  }

  /** The session, locked until the transaction ends, unless somebody else has it locked now. */
  public static Optional<Session> lockIfFree(UUID id) {
    return find("id", id)
        .withLock(LockModeType.PESSIMISTIC_WRITE)
        .withHint("jakarta.persistence.lock.timeout", SKIP_LOCKED)
        .firstResultOptional();
  }

  /** The team's session that was held here and closed last; none of an imported log. */
  public static Optional<Session> lastClosed(UUID teamId) {
    return find(
            "teamId = ?1 and phase = ?2 and logRevision is null order by phaseSince desc",
            teamId,
            Phase.CLOSED)
        .firstResultOptional();
  }

  /** The team's sessions behind the one given (all when null), in the order of their ids. */
  public static List<Session> page(UUID teamId, UUID behind, int size) {
    PanacheQuery<Session> found =
        behind == null
            ? find("teamId = ?1 order by id", teamId)
            : find("teamId = ?1 and id > ?2 order by id", teamId, behind);
    return found.page(0, size).list();
  }
}
