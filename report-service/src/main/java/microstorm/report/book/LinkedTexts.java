package microstorm.report.book;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import microstorm.report.book.ReportView.ReportIdea;
import microstorm.report.book.ReportView.ReportTopic;
import microstorm.report.link.LinkedText;
import microstorm.report.link.ReportPart;
import microstorm.report.outcome.Outcome.ReportAction;
import org.jspecify.annotations.Nullable;

/**
 * The texts of a report that have links, in the order of the report. idea-service has read the
 * links of the ideas, with the same grammar.
 */
final class LinkedTexts {

  private final List<LinkedText> texts = new ArrayList<>();

  /** The texts without links are left out. */
  List<LinkedText> all() {
    return List.copyOf(texts);
  }

  LinkedTexts add(ReportPart part, @Nullable UUID id, @Nullable String text) {
    return add(LinkedText.of(part, id, text));
  }

  LinkedTexts addActions(List<ReportAction> actions) {
    actions.forEach(action -> add(ReportPart.ACTION, action.id(), action.text()));
    return this;
  }

  LinkedTexts addTopics(List<ReportTopic> topics) {
    for (ReportTopic topic : topics) {
      add(ReportPart.TOPIC, topic.id(), topic.title());
      addIdeas(topic.ideas());
      addTopics(topic.topics());
    }
    return this;
  }

  LinkedTexts addIdeas(List<ReportIdea> ideas) {
    for (ReportIdea idea : ideas) {
      List<LinkedText.Link> links =
          idea.links().stream()
              .map(
                  link ->
                      new LinkedText.Link(
                          link.title().equals(link.url()) ? null : link.title(), link.url()))
              .toList();
      add(new LinkedText(ReportPart.IDEA, idea.id(), links));
      addIdeas(idea.ideas());
    }
    return this;
  }

  private LinkedTexts add(LinkedText text) {
    if (!text.links().isEmpty()) {
      texts.add(text);
    }
    return this;
  }
}
