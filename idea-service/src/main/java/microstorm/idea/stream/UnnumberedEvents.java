package microstorm.idea.stream;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import microstorm.idea.action.ShownActions;
import microstorm.idea.action.TeamActions;
import microstorm.idea.room.RoomCountList;
import microstorm.idea.room.RoomCounts;
import microstorm.idea.snapshot.Participation;
import microstorm.idea.snapshot.ParticipationReader;
import microstorm.idea.sse.SseFrame;
import org.jboss.logging.Logger;

/** Sends the events that have no number when their content has changed. */
@ApplicationScoped
class UnnumberedEvents {

  /**
   * Those who lead a session get the number of participants who have written. It changes with
   * hidden ideas, which the numbers of a board's changes must not show.
   */
  static final String PARTICIPATION = "participation";

  /**
   * Running sessions get the actions of the team's other sessions. An action is changed in one
   * session and shown in many, and each change would have to lock the boards of all of them.
   */
  static final String TEAM_ACTIONS = "team-actions";

  /**
   * While a group is split, everybody gets the number of ideas of each room. It changes with ideas
   * of other rooms, which the numbers of a board's changes must not show.
   */
  static final String ROOM_COUNTS = "room-counts";

  private static final Logger LOG = Logger.getLogger(UnnumberedEvents.class);

  private final Feeds feeds;
  private final ParticipationReader participation;
  private final ShownActions actions;
  private final RoomCounts rooms;
  private final ObjectMapper json;

  UnnumberedEvents(
      Feeds feeds,
      ParticipationReader participation,
      ShownActions actions,
      RoomCounts rooms,
      ObjectMapper json) {
    this.feeds = feeds;
    this.participation = participation;
    this.actions = actions;
    this.rooms = rooms;
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
    attempt(PARTICIPATION, this::sendParticipation);
    attempt(TEAM_ACTIONS, () -> sendTeamActions(watched));
    attempt(ROOM_COUNTS, () -> sendRoomCounts(watched));
  }

  /** A failure does not prevent the other events. The next attempt follows in a second. */
  private static void attempt(String event, Runnable send) {
    try {
      send.run();
    } catch (RuntimeException failure) {
      LOG.debugf("The content of %s cannot be read at the moment: %s", event, failure);
    }
  }

  private void sendParticipation() {
    Set<UUID> led = feeds.led();
    if (!led.isEmpty()) {
      participation.ofLeaders(led).forEach(this::send);
    }
  }

  private void send(UUID sessionId, Participation numbers) {
    SseFrame frame = SseFrame.of(PARTICIPATION, numbers, json);
    feeds.eachLeader(sessionId, leader -> leader.signal(PARTICIPATION, frame, numbers));
  }

  private void sendTeamActions(Set<UUID> watched) {
    Map<UUID, Long> versions = actions.versions(watched);
    versions.values().removeIf(version -> version == 0); // the team never had an action
    for (UUID sessionId : feeds.lacking(TEAM_ACTIONS, versions)) {
      actions.on(sessionId).ifPresent(shown -> send(sessionId, shown));
    }
  }

  private void send(UUID sessionId, TeamActions shown) {
    SseFrame frame = SseFrame.of(TEAM_ACTIONS, shown, json);
    feeds.each(sessionId, subscriber -> subscriber.signal(TEAM_ACTIONS, frame, shown.version()));
  }

  private void sendRoomCounts(Set<UUID> watched) {
    rooms.of(watched).forEach((session, counts) -> send(session, new RoomCountList(counts)));
  }

  private void send(UUID sessionId, RoomCountList counts) {
    SseFrame frame = SseFrame.of(ROOM_COUNTS, counts, json);
    feeds.each(sessionId, subscriber -> subscriber.signal(ROOM_COUNTS, frame, counts));
  }
}
