package microstorm.idea.stream;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import microstorm.idea.snapshot.Participation;
import microstorm.idea.snapshot.ParticipationReader;
import microstorm.idea.sse.SseFrame;
import org.jboss.logging.Logger;

/**
 * Sends those who lead a session how many participants have written. The event has no number: these
 * numbers change with hidden ideas, and the numbers of a board's changes must not show them.
 */
@ApplicationScoped
class ParticipationMaintenance {

  /** The event with the numbers. */
  static final String EVENT = "participation";

  private static final Logger LOG = Logger.getLogger(ParticipationMaintenance.class);

  private final Feeds feeds;
  private final ParticipationReader reader;
  private final ObjectMapper json;

  ParticipationMaintenance(Feeds feeds, ParticipationReader reader, ObjectMapper json) {
    this.feeds = feeds;
    this.reader = reader;
    this.json = json;
  }

  @Scheduled(
      every = "${microstorm.stream.poll:1s}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void send() {
    Set<UUID> led = feeds.led();
    if (led.isEmpty()) {
      return;
    }
    try {
      reader.ofLeaders(led).forEach(this::send);
    } catch (RuntimeException failure) {
      LOG.debugf("The numbers of writers cannot be read at the moment: %s", failure);
    }
  }

  private void send(UUID sessionId, Participation numbers) {
    SseFrame frame = new SseFrame(List.of(SseFrame.event(EVENT, numbers, json)), 1);
    feeds.eachLeader(sessionId, leader -> leader.signal(EVENT, frame, numbers));
  }
}
