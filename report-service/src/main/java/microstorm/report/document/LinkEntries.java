package microstorm.report.document;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import microstorm.report.book.ReportView;
import microstorm.report.book.ReportView.ReportTopic;
import microstorm.report.document.ReportDocument.Address;
import microstorm.report.document.ReportDocument.Reference;
import microstorm.report.link.ReportLinks.SessionLink;
import microstorm.report.link.ReportLinks.SessionLinkPlace;
import org.jspecify.annotations.Nullable;

/** The links of a report in words, with references to the texts that have them. */
final class LinkEntries {

  private final IdeaEntries ideas;
  private final Texts texts;
  private final Map<UUID, Reference> topics = new HashMap<>();
  private final List<Address> all;

  LinkEntries(ReportView report, IdeaEntries ideas, Texts texts) {
    this.ideas = ideas;
    this.texts = texts;
    report.topics().forEach(this::add);
    this.all =
        report.links().stream()
            .filter(link -> Markdown.isSafe(link.address()))
            .map(this::address)
            .toList();
  }

  /** Each address once, in the order of the report. */
  List<Address> all() {
    return all;
  }

  private void add(ReportTopic topic) {
    topics.put(
        topic.id(), new Reference(IdeaEntries.topicAnchor(topics.size() + 1), topic.title()));
    topic.topics().forEach(this::add);
  }

  private Address address(SessionLink link) {
    return new Address(
        link.title() == null ? link.address() : link.title(),
        link.address(),
        link.broken() ? texts.of("link." + link.check().state().label()) : null,
        link.places().stream()
            .map(this::reference)
            .filter(reference -> reference != null)
            .distinct()
            .toList());
  }

  /** The text that has the link; null if the report does not contain it. */
  private @Nullable Reference reference(SessionLinkPlace place) {
    return switch (place.part()) {
      case PROBLEM -> new Reference("problem", texts.of("problem"));
      case SUMMARY -> new Reference("summary", texts.of("summary"));
      case TOPIC -> topics.get(place.topicId());
      case IDEA -> ideas.reference(place.ideaId());
      case ACTION -> new Reference("actions", texts.of("actions"));
    };
  }
}
