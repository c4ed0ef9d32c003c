package microstorm.session.template;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A template of a team. */
@Entity
public class Template extends PanacheEntityBase {

  @Id UUID id;
  UUID teamId;
  String name;

  /** {@link DefineTemplate} as JSON. Only whole templates are read and written. */
  String content;

  Instant updatedAt;

  static Optional<Template> ofTeam(UUID teamId, UUID id) {
    return find("id = ?1 and teamId = ?2", id, teamId).firstResultOptional();
  }

  static Optional<Template> ofTeam(UUID teamId, String name) {
    return find("teamId = ?1 and name = ?2", teamId, name).firstResultOptional();
  }

  static List<Template> ofTeam(UUID teamId) {
    return list("teamId = ?1 order by name", teamId);
  }

  static int count(UUID teamId) {
    return (int) count("teamId", teamId);
  }
}
