package microstorm.idea.imports;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import microstorm.idea.event.BoardSealed;
import microstorm.idea.event.IdeaMoved;
import microstorm.idea.event.IdeaSubmitted;
import microstorm.idea.event.IdeaWithdrawn;
import microstorm.idea.event.LinkAdded;
import microstorm.idea.event.TopicAdded;
import microstorm.idea.event.TopicMoved;
import microstorm.idea.event.TopicRemoved;
import microstorm.idea.idea.Idea;
import microstorm.idea.link.Link;
import microstorm.idea.topic.Topic;
import microstorm.messaging.outbox.OutgoingEvent;

/** Collects the events of one change of a board, each with the next number. */
final class BoardEvents {

  private final UUID sessionId;
  private final List<OutgoingEvent> events = new ArrayList<>();
  private long seq;

  BoardEvents(UUID sessionId, long seq) {
    this.sessionId = sessionId;
    this.seq = seq;
  }

  void addChanges(BoardDiff diff, Instant now) {
    diff.topicsAdded().forEach(this::added);
    diff.topicsMoved().forEach(this::moved);
    diff.ideasAdded().forEach(idea -> submitted(idea, now));
    diff.ideasMoved().forEach(this::moved);
    diff.linksAdded().forEach(this::added);
    diff.ideasWithdrawn().forEach(idea -> events.add(new IdeaWithdrawn(sessionId, ++seq, idea)));
    diff.topicsRemoved().forEach(topic -> events.add(new TopicRemoved(sessionId, ++seq, topic)));
  }

  void seal(UUID teamId, Integer logRevision, BoardContent content) {
    events.add(
        new BoardSealed(
            sessionId,
            teamId,
            ++seq,
            logRevision,
            content.topics().size(),
            content.ideas().size(),
            content.links().size(),
            0,
            0,
            null,
            null));
  }

  List<OutgoingEvent> all() {
    return events;
  }

  long seq() {
    return seq;
  }

  private void added(Topic topic) {
    events.add(
        new TopicAdded(
            sessionId, ++seq, topic.id(), topic.parentId(), topic.position(), topic.title()));
  }

  private void moved(Topic topic) {
    events.add(new TopicMoved(sessionId, ++seq, topic.id(), topic.parentId(), topic.position()));
  }

  private void submitted(Idea idea, Instant now) {
    events.add(
        new IdeaSubmitted(
            sessionId,
            ++seq,
            idea.id(),
            idea.topicId(),
            idea.parentId(),
            idea.position(),
            idea.kind(),
            idea.text(),
            null,
            now,
            null,
            true));
  }

  private void moved(Idea idea) {
    events.add(
        new IdeaMoved(
            sessionId, ++seq, idea.id(), idea.topicId(), idea.parentId(), idea.position()));
  }

  private void added(Link link) {
    events.add(
        new LinkAdded(
            sessionId, ++seq, link.id(), link.ideaId(), link.position(), link.title(), link.url()));
  }
}
