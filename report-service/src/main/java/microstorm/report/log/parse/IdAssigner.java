package microstorm.report.log.parse;

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
import microstorm.report.log.model.SessionContent;
import microstorm.report.log.model.SessionLayout;
import microstorm.report.log.model.SessionOutcome;
import microstorm.report.log.outcome.CheckBoxActions;
import microstorm.report.log.outcome.OutcomeIds;

/** Assigns content-derived ids to a drafted session and to everything in it. */
final class IdAssigner {
  private final Map<UUID, UUID> ids = new HashMap<>();

  static ParsedSession session(SessionDraft draft, Identities teamIds, boolean last) {
    SessionContent content = draft.content();
    UUID id = teamIds.session(content);
    IdAssigner ids = new IdAssigner();
    Identities own = new Identities(id);
    List<ParsedTopic> topics = ids.topics(content.topics(), own);
    List<ParsedIdea> ideas = ids.ideas(content.ideas(), own);
    return new ParsedSession(
        id,
        draft.heading.number,
        content.number(),
        content.title(),
        content.date(),
        content.participants(),
        content.problem(),
        content.summary(),
        topics,
        ideas,
        ids.outcome(ideas, draft, own),
        new SessionLayout(draft.lines().stream().map(ids::line).toList(), last));
  }

  private SessionOutcome outcome(List<ParsedIdea> ideas, SessionDraft draft, Identities own) {
    SessionOutcome outcome =
        draft.outcome() == null
            ? CheckBoxActions.outcome(ideas, draft.date(), draft.people(), own)
                .withUnnamed(draft.unnamed())
            : new OutcomeIds(ids, own).assign(draft.outcome());
    return outcome.isEmpty() ? null : outcome;
  }

  private List<ParsedTopic> topics(List<ParsedTopic> drafted, Identities own) {
    List<ParsedTopic> topics = new ArrayList<>(drafted.size());
    for (ParsedTopic topic : drafted) {
      UUID parent = ids.get(topic.parentId());
      UUID id = own.topic(parent, topic.title());
      ids.put(topic.id(), id);
      topics.add(new ParsedTopic(id, parent, topic.position(), topic.title()));
    }
    return topics;
  }

  private List<ParsedIdea> ideas(List<ParsedIdea> drafted, Identities own) {
    List<ParsedIdea> ideas = new ArrayList<>(drafted.size());
    for (ParsedIdea idea : drafted) {
      UUID topic = ids.get(idea.topicId());
      UUID id = own.idea(topic, idea.kind(), idea.text());
      ids.put(idea.id(), id);
      ideas.add(
          new ParsedIdea(
              id, topic, ids.get(idea.parentId()), idea.position(), idea.kind(), idea.text()));
    }
    return ideas;
  }

  private LayoutLine line(LayoutLine line) {
    return line.ref() == null
        ? line
        : new LayoutLine(
            line.kind(), ids.get(line.ref()), line.literals(), line.pattern(), line.date());
  }
}
