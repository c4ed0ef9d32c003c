package microstorm.session.plan;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import java.util.UUID;

/** Somebody who takes part in a session. */
@Entity
public class Participant extends PanacheEntityBase {

  @Id public UUID id;

  @ManyToOne(fetch = FetchType.LAZY)
  public Session session;

  public int position;
  public String name;

  protected Participant() {}

  /** A participant at a place in the session's list, from 0. */
  public Participant(UUID id, Session session, int position, String name) {
    this.id = id;
    this.session = session;
    this.position = position;
    this.name = name;
  }
}
