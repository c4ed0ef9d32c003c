package microstorm.session.checklist;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import microstorm.messaging.Outbox;
import microstorm.session.core.ActorResolver;
import microstorm.session.core.Rules;
import microstorm.session.core.Session;
import microstorm.session.event.ChecklistChanged;
import microstorm.web.ProblemException;

/** Whether the group's environment was seen to. */
@ApplicationScoped
class ChecklistService {

  private final ActorResolver actors;
  private final Outbox outbox;

  ChecklistService(ActorResolver actors, Outbox outbox) {
    this.actors = actors;
    this.outbox = outbox;
  }

  /**
   * Ticks these points and no others.
   *
   * @throws ProblemException 409 not-facilitator or session-closed
   */
  @Transactional
  Checklist tick(UUID sessionId, List<ChecklistItem> points) {
    Session session = Rules.requireOpen(actors.lock(sessionId).requireFacilitator());
    List<String> ticked = points.stream().distinct().sorted().map(ChecklistItem::label).toList();
    if (!ticked.equals(session.checklist)) {
      session.checklist = new ArrayList<>(ticked);
      outbox.append(new ChecklistChanged(sessionId, ticked));
    }
    return new Checklist(ticked);
  }
}
