package microstorm.report.book;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import microstorm.report.book.ReportView.ReportGap;
import microstorm.report.book.ReportView.ReportIdea;
import microstorm.report.book.ReportView.ReportLink;
import microstorm.report.book.ReportView.ReportTopic;
import microstorm.report.link.LinkedText;
import microstorm.report.link.ReportLinks;
import microstorm.report.link.ReportPart;
import microstorm.report.log.model.ParsedIdea;
import microstorm.report.log.model.ParsedTopic;
import microstorm.report.log.model.SessionContent;
import microstorm.report.outcome.Outcome;
import microstorm.report.outcome.OutcomeReader;

/** Builds the tree of a report from its parts. */
final class ReportTree {

  /** The key for elements without a parent, since the keys of these maps cannot be null. */
  private static final UUID NONE = new UUID(0, 0);

  private final Map<UUID, List<ParsedTopic>> topicsByParent;
  private final Map<UUID, List<ParsedIdea>> ideasByTopic;
  private final Map<UUID, List<ParsedIdea>> ideasByParent;
  private final Map<UUID, List<Reports.Link>> linksByIdea;
  private final Set<UUID> comparisons;
  private final Map<UUID, String> removals;
  private final Map<UUID, Integer> rooms;
  private final SessionContent content;
  private final Outcome outcome;
  private final List<ReportTopic> topics;
  private final List<ReportIdea> ideas;

  ReportTree(
      SessionContent content,
      List<Reports.Link> links,
      Map<UUID, String> removals,
      Map<UUID, Integer> rooms,
      Outcome outcome) {
    this.content = content;
    this.outcome = outcome;
    this.removals = removals;
    this.rooms = rooms;
    this.topicsByParent = group(content.topics(), ParsedTopic::parentId, ParsedTopic::position);
    this.ideasByTopic =
        group(
            content.ideas().stream().filter(idea -> idea.parentId() == null).toList(),
            ParsedIdea::topicId,
            ParsedIdea::position);
    this.ideasByParent =
        group(
            content.ideas().stream().filter(idea -> idea.parentId() != null).toList(),
            ParsedIdea::parentId,
            ParsedIdea::position);
    this.linksByIdea = links.stream().collect(Collectors.groupingBy(Reports.Link::ideaId));
    this.comparisons =
        outcome.comparisons().stream()
            .map(Outcome.ReportComparison::ideaId)
            .collect(Collectors.toUnmodifiableSet());
    this.topics = topics(NONE);
    this.ideas = ideas(ideasByTopic, NONE);
  }

  /** The texts of the report that have links. */
  List<LinkedText> linkedTexts() {
    return new LinkedTexts()
        .add(ReportPart.PROBLEM, null, content.problem())
        .add(ReportPart.SUMMARY, null, content.summary())
        .addIdeas(ideas)
        .addTopics(topics)
        .addActions(outcome.actions())
        .all();
  }

  /**
   * The whole report.
   *
   * @param held the session, without what the reader may not see
   */
  ReportView view(
      ReportSummary session,
      OutcomeReader.HeldSession held,
      ReportLinks links,
      List<ReportGap> missing) {
    return new ReportView(
        session.sessionId(),
        session.number(),
        session.title(),
        session.heldOn(),
        session.phase(),
        session.complete(),
        missing,
        session.anonymous(),
        session.participants(),
        content.problem(),
        content.summary(),
        held.criteria(),
        topics,
        ideas,
        links.links(),
        links.more(),
        session.counts(),
        held.outcome(),
        held.happenings(),
        held.scorecard(),
        held.pace());
  }

  private List<ReportTopic> topics(UUID parent) {
    return topicsByParent.getOrDefault(parent, List.of()).stream()
        .map(
            topic ->
                new ReportTopic(
                    topic.id(), topic.title(), ideas(ideasByTopic, topic.id()), topics(topic.id())))
        .toList();
  }

  private List<ReportIdea> ideas(Map<UUID, List<ParsedIdea>> by, UUID parent) {
    return by.getOrDefault(parent, List.of()).stream()
        .map(
            idea ->
                new ReportIdea(
                    idea.id(),
                    kind(idea),
                    idea.text(),
                    removals.get(idea.id()),
                    rooms.get(idea.id()),
                    links(idea.id()),
                    ideas(ideasByParent, idea.id())))
        .toList();
  }

  private String kind(ParsedIdea idea) {
    return comparisons.contains(idea.id())
        ? "comparison"
        : idea.kind().name().toLowerCase(Locale.ROOT);
  }

  private List<ReportLink> links(UUID idea) {
    return linksByIdea.getOrDefault(idea, List.of()).stream()
        .map(link -> new ReportLink(link.title(), link.url()))
        .toList();
  }

  private static <T> Map<UUID, List<T>> group(
      List<T> parts, Function<T, UUID> parent, Function<T, Integer> position) {
    return parts.stream()
        .sorted(Comparator.comparing(position))
        .collect(
            Collectors.groupingBy(part -> Objects.requireNonNullElse(parent.apply(part), NONE)));
  }
}
