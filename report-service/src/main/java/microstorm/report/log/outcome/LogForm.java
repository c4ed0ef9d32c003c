package microstorm.report.log.outcome;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import microstorm.report.log.markup.LineTemplate;
import microstorm.report.log.markup.Markup;
import microstorm.report.log.markup.Participants;
import microstorm.report.log.model.IdeaKind;
import microstorm.report.log.model.ParsedIdea;
import microstorm.report.log.model.ParsedTopic;
import microstorm.report.log.model.SessionContent;
import microstorm.report.log.model.SessionOutcome;

/**
 * The form in which a session is written above its outcome. What the log's mark-up cannot express
 * is written in another form there, and exactly in the outcome: kinds of ideas, names with commas,
 * and titles that end with a colon.
 */
public final class LogForm {
  private static final String UNTITLED = "Topic";

  private LogForm() {}

  /** The outcome of a session held here, with all that the mark-up of its log cannot express. */
  public static SessionOutcome complete(SessionContent content, SessionOutcome outcome) {
    Map<UUID, ParsedTopic> topics = new HashMap<>();
    content.topics().forEach(topic -> topics.put(topic.id(), topic));
    List<SessionOutcome.Kind> kinds =
        content.ideas().stream()
            .filter(idea -> idea.kind() != IdeaKind.IDEA || inReferences(idea, topics))
            .map(idea -> new SessionOutcome.Kind(idea.id(), idea.kind()))
            .toList();
    List<SessionOutcome.Title> titles =
        content.topics().stream()
            .filter(topic -> !plain(topic.title()).equals(topic.title()))
            .map(topic -> new SessionOutcome.Title(topic.id(), topic.title()))
            .toList();
    return new SessionOutcome(
        outcome.criteria(),
        outcome.comparisons(),
        outcome.groups(),
        outcome.votes(),
        outcome.marks(),
        outcome.actions(),
        outcome.earlierActions(),
        outcome.unnamed(),
        survives(content.participants()) ? List.of() : content.participants(),
        titles,
        kinds);
  }

  /** The content as it is written above its outcome. */
  public static SessionContent of(SessionContent content) {
    SessionOutcome outcome = content.outcome();
    if (outcome == null) {
      return content;
    }
    Map<UUID, IdeaKind> kinds = new HashMap<>();
    outcome.kinds().forEach(kind -> kinds.put(kind.ideaId(), kind.kind()));
    Map<UUID, String> titles = new HashMap<>();
    outcome.titles().forEach(title -> titles.put(title.topicId(), title.title()));
    return new SessionContent(
        content.number(),
        content.title(),
        content.date(),
        outcome.people().isEmpty() ? content.participants() : List.of(),
        content.problem(),
        content.summary(),
        content.topics().stream()
            .map(
                topic -> titles.containsKey(topic.id()) ? with(topic, plain(topic.title())) : topic)
            .toList(),
        content.ideas().stream()
            .map(idea -> kinds.containsKey(idea.id()) ? with(idea, IdeaKind.IDEA) : idea)
            .toList(),
        outcome);
  }

  /** An idea with another kind. */
  public static ParsedIdea with(ParsedIdea idea, IdeaKind kind) {
    return new ParsedIdea(
        idea.id(), idea.topicId(), idea.parentId(), idea.position(), kind, idea.text());
  }

  /** A topic with another title. */
  public static ParsedTopic with(ParsedTopic topic, String title) {
    return new ParsedTopic(topic.id(), topic.parentId(), topic.position(), title);
  }

  /** The title without what would be read as mark-up around it. */
  public static String plain(String title) {
    String plain =
        title
            .replaceAll("[*_\\\\\u00a0\u2028\u2029\\r\\n\uFF1A]", "")
            .replaceAll("^[\\s#:]+|[\\s#:]+$", "");
    return plain.isEmpty() ? UNTITLED : plain;
  }

  private static boolean inReferences(ParsedIdea idea, Map<UUID, ParsedTopic> topics) {
    ParsedTopic topic = idea.topicId() == null ? null : topics.get(idea.topicId());
    return topic != null && Markup.referenceTitle(plain(topic.title()));
  }

  private static boolean survives(List<String> names) {
    String line = Participants.join(names);
    LineTemplate read = new LineTemplate();
    boolean brackets = Participants.inBrackets(line, 0, line.length());
    Participants.split(read, line, 0, line.length());
    return !brackets && read.values().equals(names);
  }
}
