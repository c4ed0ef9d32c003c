package microstorm.session.plan;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.quarkus.hibernate.orm.panache.PanacheQuery;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A brainstorming session of a team. */
@Entity
public class Session extends PanacheEntityBase {

  @Id public UUID id;
  public UUID teamId;
  public Integer number;
  public String title;
  public String problem;
  public String summary;
  public LocalDate heldOn;
  public String phase;
  public Integer logRevision;
  public Instant createdAt;
  public Instant updatedAt;

  @OneToMany(mappedBy = "session", cascade = CascadeType.ALL, orphanRemoval = true)
  @OrderBy("position")
  public List<Participant> participants = new ArrayList<>();

  static Optional<Session> ofTeam(UUID teamId, UUID id) {
    return find("id = ?1 and teamId = ?2", id, teamId).firstResultOptional();
  }

  /** The team's sessions behind the one given (all when null), in the order of their ids. */
  static List<Session> page(UUID teamId, UUID behind, int size) {
    PanacheQuery<Session> found =
        behind == null
            ? find("teamId = ?1 order by id", teamId)
            : find("teamId = ?1 and id > ?2 order by id", teamId, behind);
    return found.page(0, size).list();
  }
}
