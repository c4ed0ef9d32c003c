package microstorm.idea.topic;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import microstorm.idea.board.BoardClock;
import microstorm.idea.board.Boards;
import microstorm.idea.event.TopicAdded;
import microstorm.messaging.outbox.Outbox;

/** Adds the topics of a plan to a new board. Runs in the caller's transaction. */
@ApplicationScoped
public class PlannedTopics {

  private final Topics topics;
  private final Boards boards;
  private final Outbox outbox;

  PlannedTopics(Topics topics, Boards boards, Outbox outbox) {
    this.topics = topics;
    this.boards = boards;
    this.outbox = outbox;
  }

  /** Adds topics in this order. One whose id exists is left out. */
  public void add(UUID sessionId, List<PlannedTopic> planned) {
    for (PlannedTopic topic : planned) {
      long seq = boards.advance(sessionId);
      Topic added = new Topic(topic.id(), null, BoardClock.position(seq), topic.title());
      if (topics.insert(sessionId, added, seq)) {
        outbox.append(
            new TopicAdded(sessionId, seq, added.id(), null, added.position(), added.title()));
      }
    }
  }
}
