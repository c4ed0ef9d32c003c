package microstorm.report.book;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import microstorm.report.book.Outcome.ReportAction;
import microstorm.report.log.model.IdeaKind;
import microstorm.report.log.model.ParsedIdea;
import microstorm.report.log.model.ParsedTopic;
import microstorm.report.log.model.SessionContent;

/**
 * Writes the actions of a session into its log, as topics after all others. A log has no actions of
 * its own, so an import reads them as ideas, and an export of that writes the same text.
 */
final class ActionTopics {

  static final String AGREED = "Actions";
  static final String EARLIER = "Actions of earlier sessions";

  private ActionTopics() {}

  /** The content with a topic for each list that is not empty. */
  static SessionContent append(
      SessionContent content, List<ReportAction> agreed, List<ReportAction> earlier) {
    List<ParsedTopic> topics = new ArrayList<>(content.topics());
    List<ParsedIdea> ideas = new ArrayList<>(content.ideas());
    append(topics, ideas, AGREED, agreed);
    append(topics, ideas, EARLIER, earlier);
    return new SessionContent(
        content.number(),
        content.title(),
        content.date(),
        content.participants(),
        content.problem(),
        content.summary(),
        topics,
        ideas);
  }

  private static void append(
      List<ParsedTopic> topics, List<ParsedIdea> ideas, String title, List<ReportAction> actions) {
    if (actions.isEmpty()) {
      return;
    }
    int position =
        Stream.concat(
                topics.stream().map(ParsedTopic::position),
                ideas.stream().map(ParsedIdea::position))
            .max(Integer::compare)
            .orElse(0);
    UUID topic = new UUID(0, topics.size() + 1L);
    topics.add(new ParsedTopic(topic, null, next(position), title));
    for (ReportAction action : actions) {
      ideas.add(
          new ParsedIdea(action.id(), topic, null, next(position), IdeaKind.IDEA, line(action)));
    }
  }

  private static int next(int position) {
    return position == Integer.MAX_VALUE ? position : position + 1;
  }

  /** Such as {@code Ask for a quotation (Ana, due 2026-01-02, open)}. */
  private static String line(ReportAction action) {
    String due = action.dueOn() == null ? null : "due " + action.dueOn();
    return action.text()
        + Stream.of(action.owner(), due, action.state())
            .filter(Objects::nonNull)
            .collect(Collectors.joining(", ", " (", ")"));
  }
}
