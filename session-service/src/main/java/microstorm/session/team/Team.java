package microstorm.session.team;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** A team owns sessions and a log book. */
@Entity
public class Team extends PanacheEntityBase {

  @Id UUID id;
  String slug;
  String name;
  byte[] ownerKeyHash;
  Instant createdAt;

  static Optional<Team> ownedWith(OwnerKey key) {
    return find("ownerKeyHash", key.hash()).firstResultOptional();
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
