package microstorm.idea.stream;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import microstorm.idea.action.ShownActions;
import microstorm.idea.action.TeamActions;
import microstorm.idea.sse.SseFrame;
import org.jboss.logging.Logger;

/**
 * Sends running sessions the actions of the team's other sessions when one of them has changed. The
 * event has no number: an action is changed in one session and shown in many, and each change would
 * have to lock the boards of all of them.
 */
@ApplicationScoped
class TeamActionMaintenance {

  /** The event with the actions. */
  static final String EVENT = "team-actions";

  private static final Logger LOG = Logger.getLogger(TeamActionMaintenance.class);

  private final Feeds feeds;
  private final ShownActions actions;
  private final ObjectMapper json;

  TeamActionMaintenance(Feeds feeds, ShownActions actions, ObjectMapper json) {
    this.feeds = feeds;
    this.actions = actions;
    this.json = json;
  }

  @Scheduled(
      every = "${microstorm.stream.poll:1s}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void send() {
    Set<UUID> watched = Set.copyOf(feeds.watched());
    if (watched.isEmpty()) {
      return;
    }
    try {
      Map<UUID, Long> versions = actions.versions(watched);
      versions.values().removeIf(version -> version == 0); // the team never had an action
      for (UUID sessionId : feeds.lacking(EVENT, versions)) {
        actions.on(sessionId).ifPresent(shown -> send(sessionId, shown));
      }
    } catch (RuntimeException failure) {
      LOG.debugf("The actions of teams cannot be read at the moment: %s", failure);
    }
  }

  private void send(UUID sessionId, TeamActions shown) {
    SseFrame frame = new SseFrame(List.of(SseFrame.event(EVENT, shown, json)), 1);
    feeds.each(sessionId, subscriber -> subscriber.signal(EVENT, frame, shown.version()));
  }
}
