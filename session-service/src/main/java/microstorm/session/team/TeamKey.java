package microstorm.session.team;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import microstorm.http.token.Caller;

/** A named key of a team: of an owner or a member. */
@Entity
public class TeamKey extends PanacheEntityBase {

  @Id UUID id;
  UUID teamId;
  String name;

  /** {@link Caller#OWNER} or {@link Caller#MEMBER}. */
  String role;

  /** Null when the key was revoked. */
  byte[] hash;

  Instant createdAt;

  /** The day in UTC on which a token was last issued for the key; null when none was. */
  LocalDate lastUsedOn;

  /** Null while the key is valid. */
  Instant revokedAt;

  protected TeamKey() {}

  TeamKey(UUID id, UUID teamId, String name, String role, AccessKey secret, Instant createdAt) {
    this.id = id;
    this.teamId = teamId;
    this.name = name;
    this.role = role;
    this.hash = secret.hash();
    this.createdAt = createdAt;
  }

  static Optional<TeamKey> of(AccessKey secret) {
    return find("hash", secret.hash()).firstResultOptional();
  }

  /** The valid keys of a team, newest first. */
  static List<TeamKey> ofTeam(UUID teamId) {
    return list("teamId = ?1 and revokedAt is null order by createdAt desc, id", teamId);
  }

  /** A key of a team, valid or revoked. */
  static Optional<TeamKey> ofTeam(UUID teamId, UUID id) {
    return find("id = ?1 and teamId = ?2", id, teamId).firstResultOptional();
  }

  static int count(UUID teamId) {
    return (int) count("teamId = ?1 and revokedAt is null", teamId);
  }

  boolean isOwners() {
    return role.equals(Caller.OWNER);
  }

  /** Whether the team has no other owner key. */
  boolean isLastOfOwners() {
    return isOwners()
        && count("teamId = ?1 and role = ?2 and revokedAt is null", teamId, Caller.OWNER) == 1;
  }

  /** The key gives no access from now on; its row makes a repeated revocation succeed. */
  void revoke(Instant at) {
    hash = null;
    revokedAt = at;
  }

  static void deleteRevokedBefore(UUID teamId, Instant time) {
    delete("teamId = ?1 and revokedAt < ?2", teamId, time);
  }

  /** Records the day of use, once a day, so that a busy key causes no other writes. */
  void usedOn(LocalDate day) {
    update("lastUsedOn = ?1 where id = ?2 and lastUsedOn is distinct from ?1", day, id);
  }
}
