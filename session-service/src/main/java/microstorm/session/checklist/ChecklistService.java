package microstorm.session.checklist;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import microstorm.http.problem.ProblemException;
import microstorm.messaging.outbox.Outbox;
import microstorm.session.core.ActorResolver;
import microstorm.session.core.Rules;
import microstorm.session.core.Session;
import microstorm.session.event.ChecklistChanged;

/** Stores the checklist of the group's environment. */
@ApplicationScoped
class ChecklistService {

  private final ActorResolver actors;
  private final Outbox outbox;

  ChecklistService(ActorResolver actors, Outbox outbox) {
    this.actors = actors;
    this.outbox = outbox;
  }

  /**
   * Ticks exactly these items.
   *
   * @throws ProblemException 403 not-facilitator; 409 session-closed
   */
  @Transactional
  Checklist tick(UUID sessionId, List<ChecklistItem> items) {
    Session session = Rules.requireOpen(actors.lock(sessionId).requireFacilitator());
    List<ChecklistItem> sorted = items.stream().distinct().sorted().toList();
    List<String> ticked = sorted.stream().map(ChecklistItem::label).toList();
    if (!ticked.equals(session.checklist)) {
      session.checklist = new ArrayList<>(ticked);
      outbox.append(new ChecklistChanged(sessionId, ticked));
    }
    return new Checklist(sorted);
  }
}
