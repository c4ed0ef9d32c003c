package microstorm.session.checklist;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import microstorm.messaging.Outbox;
import microstorm.session.event.ChecklistChanged;
import microstorm.session.plan.Actors;
import microstorm.session.plan.Rules;
import microstorm.session.plan.Session;
import microstorm.web.Refusal;

/** Whether the group's environment was seen to. */
@ApplicationScoped
class ChecklistService {

  private final Actors actors;
  private final Outbox outbox;

  ChecklistService(Actors actors, Outbox outbox) {
    this.actors = actors;
    this.outbox = outbox;
  }

  /**
   * Ticks these points and no others.
   *
   * @throws Refusal 409 not-facilitator or session-closed
   */
  @Transactional
  Checklist tick(UUID sessionId, List<Point> points) {
    Session session = Rules.open(actors.lock(sessionId).led());
    List<String> ticked = points.stream().distinct().sorted().map(Point::label).toList();
    if (!ticked.equals(session.checklist)) {
      session.checklist = new ArrayList<>(ticked);
      outbox.append(new ChecklistChanged(sessionId, ticked));
    }
    return new Checklist(ticked);
  }
}
