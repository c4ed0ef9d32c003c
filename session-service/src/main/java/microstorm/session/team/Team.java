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

/** A team owns sessions and a log book. */
@Entity
public class Team extends PanacheEntityBase {

  /** By name: a statement that is prepared for all columns fails when one is added. */
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

  /** Until the transaction ends, one request of somebody to create a team waits for another. */
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
            from team where team.slug = :slug and (:told or exists (
              select from team_host h where h.team_id = team.id and h.host = :host))
            """,
            Team.class)
        .setParameter("slug", slug)
        .setParameter("told", host.teams().contains(slug))
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

  /** Locks a team until the transaction ends: what is done for it comes one after the other. */
  public static void lock(UUID id) {
    find("id", id).withLock(LockModeType.PESSIMISTIC_WRITE).firstResultOptional();
  }

  /** Whether there is such a team. */
  public static boolean exists(UUID id) {
    return findById(id) != null;
  }
}
