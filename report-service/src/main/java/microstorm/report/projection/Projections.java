package microstorm.report.projection;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import microstorm.messaging.inbox.EventHandler;

/** The channels from which the reports are projected, with their handlers. */
@ApplicationScoped
public class Projections {

  /** The first event of each session and of each team. */
  private static final Set<String> BEGINNINGS =
      Set.of(SessionEvent.Planned.TYPE, SessionEvent.TeamCreated.TYPE);

  private final SessionEventsHandler sessions;
  private final IdeaEventsHandler ideas;

  Projections(SessionEventsHandler sessions, IdeaEventsHandler ideas) {
    this.sessions = sessions;
    this.ideas = ideas;
  }

  /** A channel, whose name is also that of the consumer in the inbox. */
  public record Source(String channel, EventHandler handler) {}

  /** The source in which each session and each team begins. */
  public Source beginning() {
    return new Source(SessionEventsHandler.CHANNEL, sessions);
  }

  /** The sources whose events are consequences of {@link #beginning()}. */
  public List<Source> following() {
    return List.of(new Source(IdeaEventsHandler.CHANNEL, ideas));
  }

  /** Whether an event of this type is the first one of its key. */
  public static boolean begins(String type) {
    return BEGINNINGS.contains(type);
  }
}
