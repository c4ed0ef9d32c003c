package microstorm.session.deletion;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** What remains of a deleted session: that it was deleted. */
@Entity
public class DeletedSession extends PanacheEntityBase {

  @Id UUID sessionId;
  UUID teamId;
  int participants;
  Instant deletedAt;

  static Optional<DeletedSession> ofTeam(UUID teamId, UUID sessionId) {
    return find("sessionId = ?1 and teamId = ?2", sessionId, teamId).firstResultOptional();
  }
}
