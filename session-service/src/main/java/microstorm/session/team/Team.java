package microstorm.session.team;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import microstorm.session.access.SignedInOwner;

/** A team, which owns sessions and a log book. */
@Entity
public class Team extends PanacheEntityBase {

  /** The columns by name: a statement that was prepared for all columns fails when one is added. */
  private static final String COLUMNS =
      "select team.id, team.slug, team.name, team.owner_key_hash, team.created_at\n";

  @Id UUID id;
  String slug;
  String name;
  byte[] ownerKeyHash;
  Instant createdAt;

  static Optional<Team> ownedWith(OwnerKey key) {
    return find("ownerKeyHash", key.hash()).firstResultOptional();
  }

  /**
   * Makes the requests of one person to create a team wait for each other until the transaction
   * ends.
   */
  static void lockTeamsOf(SignedInOwner host) {
    getEntityManager()
        .createNativeQuery("select pg_advisory_xact_lock(:key)")
        .setParameter("key", ByteBuffer.wrap(host.hash()).getLong())
        .getSingleResult();
  }

  @SuppressWarnings("unchecked")
  static Optional<Team> ownedBy(SignedInOwner host, String name) {
    return getEntityManager()
        .createNativeQuery(
            COLUMNS
                + """
            from team join team_host h on h.team_id = team.id
            where h.host = :host and team.name = :name
            """,
            Team.class)
        .setParameter("host", host.hash())
        .setParameter("name", name)
        .getResultStream()
        .findFirst();
  }

  @SuppressWarnings("unchecked")
  static Optional<Team> hostedBy(SignedInOwner host, String slug) {
    return getEntityManager()
        .createNativeQuery(
            COLUMNS
                + """
            from team where team.slug = :slug and (:listed or exists (
              select from team_host h where h.team_id = team.id and h.host = :host))
            """,
            Team.class)
        .setParameter("slug", slug)
        .setParameter("listed", host.teams().contains(slug))
        .setParameter("host", host.hash())
        .getResultStream()
        .findFirst();
  }

  void giveTo(SignedInOwner host) {
    getEntityManager()
        .createNativeQuery("insert into team_host (host, team_id) values (:host, :team)")
        .setParameter("host", host.hash())
        .setParameter("team", id)
        .executeUpdate();
  }

  /** Locks a team until the transaction ends, so that operations on it run one after the other. */
  public static void lock(UUID id) {
    find("id", id).withLock(LockModeType.PESSIMISTIC_WRITE).firstResultOptional();
  }

  /** Whether the team exists. */
  public static boolean exists(UUID id) {
    return findById(id) != null;
  }
}
