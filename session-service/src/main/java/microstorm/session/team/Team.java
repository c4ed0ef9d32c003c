package microstorm.session.team;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import microstorm.session.access.SignedInOwner;
import org.hibernate.annotations.SQLRestriction;

/**
 * A team, which owns sessions and a log book. Table {@code team_host} names the person who created
 * it, if people sign in. A deleted team, whose sessions are still being removed, cannot be found
 * any more.
 */
@Entity
@SQLRestriction("id not in (select r.team_id from team_removal r)")
public class Team extends PanacheEntityBase {

  /** The columns by name: a statement that was prepared for all columns fails when one is added. */
  private static final String COLUMNS =
      "select team.id, team.slug, team.name, team.owner_key_hash,"
          + " team.created_at, team.language, team.default_template,"
          + " team.retention_days\n";

  @Id UUID id;
  String slug;
  String name;

  /**
   * The hash of the key that the team was created with, for the previous version; null when it was
   * revoked or the owners sign in. See {@link TeamKey}.
   */
  byte[] ownerKeyHash;

  Instant createdAt;

  /** The language of templates and, by default, of sessions: {@code en} or {@code de}. */
  String language = "en";

  /** The id of the template that every plan of the team begins with; null without one. */
  String defaultTemplate;

  /** After how many days sessions that have ended are deleted; null for never. */
  Integer retentionDays;

  /** The id of the team. */
  public UUID id() {
    return id;
  }

  /** The language of the team: {@code en} or {@code de}. */
  public String language() {
    return language;
  }

  /** The language of a team. */
  public static String language(UUID id) {
    return Team.<Team>findById(id).language;
  }

  /** The id of the template that every plan of a team begins with; empty without one. */
  public static Optional<String> defaultTemplate(UUID id) {
    return Team.<Team>findByIdOptional(id).map(team -> team.defaultTemplate);
  }

  /**
   * After how many days a team's sessions are deleted; empty for never. It does not change until
   * the transaction ends.
   */
  public static Optional<Integer> retentionDays(UUID id) {
    return Team.<Team>find("id", id)
        .withLock(LockModeType.PESSIMISTIC_READ)
        .firstResultOptional()
        .map(team -> team.retentionDays);
  }

  /** Leaves a team without a default template, if it is this one. */
  public static void forgetDefaultTemplate(UUID id, String template) {
    update("defaultTemplate = null where id = ?1 and defaultTemplate = ?2", id, template);
  }

  static Optional<Team> ownedWith(AccessKey secret) {
    return TeamKey.of(secret).filter(TeamKey::isOwners).map(key -> Team.findById(key.teamId));
  }

  static Optional<Team> withSlug(String slug) {
    return find("slug", slug).firstResultOptional();
  }

  static Optional<Team> withSlug(UUID id, String slug) {
    return find("id = ?1 and slug = ?2", id, slug).firstResultOptional();
  }

  /** Forgets the key that the team was created with, if it is the one with this hash. */
  void forget(byte[] hash) {
    if (Arrays.equals(ownerKeyHash, hash)) {
      ownerKeyHash = null;
    }
  }

  /**
   * Makes the requests of one person to create a team wait for each other until the transaction
   * ends.
   */
  static void lockTeamsOf(SignedInOwner owner) {
    getEntityManager()
        .createNativeQuery("select pg_advisory_xact_lock(:key)")
        .setParameter("key", ByteBuffer.wrap(owner.hash()).getLong())
        .getSingleResult();
  }

  @SuppressWarnings("unchecked")
  static Optional<Team> createdBy(SignedInOwner owner, String name) {
    return getEntityManager()
        .createNativeQuery(
            COLUMNS
                + """
                from team join team_host created on created.team_id = team.id
                where created.host = :owner and team.name = :name
                """,
            Team.class)
        .setParameter("owner", owner.hash())
        .setParameter("name", name)
        .getResultStream()
        .findFirst();
  }

  @SuppressWarnings("unchecked")
  static Optional<Team> ownedBy(SignedInOwner owner, String slug) {
    return getEntityManager()
        .createNativeQuery(
            COLUMNS
                + """
                from team where team.slug = :slug and (:listed or exists (
                  select from team_host created where created.team_id = team.id and created.host = :owner))
                """,
            Team.class)
        .setParameter("slug", slug)
        .setParameter("listed", owner.teams().contains(slug))
        .setParameter("owner", owner.hash())
        .getResultStream()
        .findFirst();
  }

  void giveTo(SignedInOwner owner) {
    getEntityManager()
        .createNativeQuery("insert into team_host (host, team_id) values (:owner, :team)")
        .setParameter("owner", owner.hash())
        .setParameter("team", id)
        .executeUpdate();
  }

  /** Locks a team until the transaction ends, so that operations on it run one after the other. */
  public static Optional<Team> lock(UUID id) {
    return find("id", id).withLock(LockModeType.PESSIMISTIC_WRITE).firstResultOptional();
  }

  /** Whether the team exists. */
  public static boolean exists(UUID id) {
    return findById(id) != null;
  }
}
