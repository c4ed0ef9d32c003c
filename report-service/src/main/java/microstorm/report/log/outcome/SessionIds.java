package microstorm.report.log.outcome;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import microstorm.report.log.model.Identities;
import microstorm.report.log.model.LayoutLine;
import microstorm.report.log.model.ParsedIdea;
import microstorm.report.log.model.ParsedSession;
import microstorm.report.log.model.ParsedTopic;
import microstorm.report.log.model.SessionLayout;
import microstorm.report.log.model.SessionOutcome;

/** Gives a session another id, and everything in it the ids that are derived from this id. */
public final class SessionIds {
  private final Map<UUID, UUID> ids = new HashMap<>();
  private final Identities own;

  private SessionIds(UUID id) {
    this.own = new Identities(id);
  }

  /** The same session as the parser would read it if its id were this one. */
  public static ParsedSession under(UUID id, ParsedSession session) {
    return session.id().equals(id) ? session : new SessionIds(id).of(id, session);
  }

  private ParsedSession of(UUID id, ParsedSession session) {
    List<ParsedTopic> topics = new ArrayList<>(session.topics().size());
    for (ParsedTopic topic : session.topics()) {
      UUID parent = ids.get(topic.parentId());
      UUID now = own.topic(parent, topic.title());
      ids.put(topic.id(), now);
      topics.add(new ParsedTopic(now, parent, topic.position(), topic.title()));
    }
    List<ParsedIdea> ideas = new ArrayList<>(session.ideas().size());
    for (ParsedIdea idea : session.ideas()) {
      UUID topic = ids.get(idea.topicId());
      UUID now = own.idea(topic, idea.kind(), idea.text());
      ids.put(idea.id(), now);
      ideas.add(
          new ParsedIdea(
              now, topic, ids.get(idea.parentId()), idea.position(), idea.kind(), idea.text()));
    }
    SessionOutcome outcome =
        session.outcome() == null ? null : new OutcomeIds(ids, own).assign(session.outcome());
    return new ParsedSession(
        id,
        session.line(),
        session.number(),
        session.title(),
        session.date(),
        session.participants(),
        session.problem(),
        session.summary(),
        topics,
        ideas,
        outcome,
        layout(session.layout()));
  }

  private SessionLayout layout(SessionLayout layout) {
    return new SessionLayout(layout.lines().stream().map(this::line).toList(), layout.last());
  }

  private LayoutLine line(LayoutLine line) {
    return line.ref() == null
        ? line
        : new LayoutLine(
            line.kind(),
            ids.getOrDefault(line.ref(), line.ref()),
            line.literals(),
            line.pattern(),
            line.date());
  }
}
