package microstorm.report.document;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import microstorm.report.book.ReportView;
import microstorm.report.book.ReportView.ReportIdea;
import microstorm.report.book.ReportView.ReportTopic;
import microstorm.report.document.ReportDocument.Choice;
import microstorm.report.document.ReportDocument.Cluster;
import microstorm.report.document.ReportDocument.Comparison;
import microstorm.report.document.ReportDocument.Entry;
import microstorm.report.document.ReportDocument.Reference;
import microstorm.report.document.ReportDocument.Theme;
import microstorm.report.outcome.Outcome.ReportComparison;
import microstorm.report.outcome.Outcome.ReportGroup;
import microstorm.report.outcome.Outcome.ReportMark;
import microstorm.report.outcome.Outcome.ReportVotes;
import microstorm.report.outcome.ReportCriterion;
import org.jspecify.annotations.Nullable;

/** The ideas of a report in words, with their dots, marks and groups. */
final class IdeaEntries {

  private static final int FIRST_LEVEL = 3;
  private static final int LAST_LEVEL = 6;
  private static final int EXCERPT = 160;
  private static final int MAX_PIPS = 12;
  private static final int MAX_INDENT = 6;

  private final ReportView report;
  private final Texts texts;
  private final Map<UUID, ReportIdea> ideas = new LinkedHashMap<>();
  private final Map<UUID, String> anchors = new HashMap<>();
  private final Map<UUID, ReportComparison> comparisons;
  private final Map<UUID, Integer> dots;
  private final Map<UUID, List<ReportMark>> marks;
  private final Map<UUID, String> groupOf = new HashMap<>();
  private final int first;

  IdeaEntries(ReportView report, Texts texts) {
    this.report = report;
    this.texts = texts;
    report.ideas().forEach(this::add);
    report.topics().forEach(this::add);
    this.first = report.ideas().size() + topLevel(report.topics());
    this.comparisons =
        report.outcome().comparisons().stream()
            .collect(Collectors.toMap(ReportComparison::ideaId, sides -> sides));
    this.dots =
        report.outcome().votes().stream()
            .collect(Collectors.toMap(ReportVotes::ideaId, ReportVotes::votes));
    this.marks =
        report.outcome().marks().stream().collect(Collectors.groupingBy(ReportMark::ideaId));
    report
        .outcome()
        .groups()
        .forEach(group -> group.ideaIds().forEach(idea -> groupOf.put(idea, group.name())));
  }

  private void add(ReportTopic topic) {
    topic.ideas().forEach(this::add);
    topic.topics().forEach(this::add);
  }

  private void add(ReportIdea idea) {
    ideas.put(idea.id(), idea);
    anchors.put(idea.id(), "idea-" + ideas.size());
    idea.ideas().forEach(this::add);
  }

  private static int topLevel(List<ReportTopic> topics) {
    return topics.stream().mapToInt(topic -> topic.ideas().size() + topLevel(topic.topics())).sum();
  }

  /** Where a topic is, by its number in the order of the report. */
  static String topicAnchor(int number) {
    return "topic-" + number;
  }

  /** The number of ideas that build on another. */
  int builds() {
    return ideas.size() - first;
  }

  /** The ideas that belong to no topic. */
  List<Entry> loose() {
    return report.ideas().stream().map(idea -> entry(idea, 1)).toList();
  }

  /** The topics in order, with the level of their headings. */
  List<Theme> themes() {
    List<Theme> themes = new ArrayList<>();
    report.topics().forEach(topic -> add(topic, FIRST_LEVEL, themes));
    return themes;
  }

  private void add(ReportTopic topic, int level, List<Theme> themes) {
    themes.add(
        new Theme(
            topicAnchor(themes.size() + 1),
            Math.min(level, LAST_LEVEL),
            topic.title(),
            topic.ideas().stream().map(idea -> entry(idea, 1)).toList()));
    topic.topics().forEach(inner -> add(inner, level + 1, themes));
  }

  private Entry entry(ReportIdea idea, int depth) {
    ReportComparison sides = comparisons.get(idea.id());
    List<String> notes =
        Stream.of(
                idea.removal() == null ? null : texts.of(idea.removal()),
                dots.containsKey(idea.id()) ? texts.count("dots", dots.get(idea.id())) : null,
                groupOf.containsKey(idea.id()) ? texts.of("group", groupOf.get(idea.id())) : null,
                idea.room() == null ? null : texts.of("room", idea.room()))
            .filter(note -> note != null)
            .toList();
    return new Entry(
        anchors.get(idea.id()),
        idea.kind(),
        idea.kind().equals("note") ? Markdown.text(idea.text()) : Markdown.idea(idea.text()),
        sides == null ? null : comparison(sides),
        notes,
        depth <= MAX_INDENT,
        idea.ideas().stream().map(build -> entry(build, depth + 1)).toList());
  }

  private Comparison comparison(ReportComparison sides) {
    return new Comparison(
        texts.of("versus", sides.left(), sides.right()),
        sides.similarities().stream().map(Markdown::idea).toList(),
        sides.differences().stream().map(Markdown::idea).toList());
  }

  /** The groups, with their ideas in a line each. */
  List<Cluster> groups() {
    return report.outcome().groups().stream()
        .map(
            (ReportGroup group) ->
                new Cluster(
                    group.name(),
                    group.ideaIds().stream()
                        .map(this::reference)
                        .filter(reference -> reference != null)
                        .toList()))
        .toList();
  }

  /** The ideas with dots, most first, then those that have only marks. */
  List<Choice> chosen() {
    return Stream.concat(
            report.outcome().votes().stream().map(ReportVotes::ideaId),
            ideas.keySet().stream()
                .filter(idea -> marks.containsKey(idea) && !dots.containsKey(idea)))
        .filter(ideas::containsKey)
        .map(this::choice)
        .toList();
  }

  private Choice choice(UUID idea) {
    int count = dots.getOrDefault(idea, 0);
    return new Choice(
        anchors.get(idea),
        Markdown.plain(ideas.get(idea).text(), 2 * EXCERPT),
        "●".repeat(Math.min(count, MAX_PIPS)),
        count == 0 ? null : texts.count("dots", count),
        report.criteria().stream().flatMap(criterion -> marks(idea, criterion)).toList());
  }

  private Stream<String> marks(UUID idea, ReportCriterion criterion) {
    return marks.getOrDefault(idea, List.of()).stream()
        .filter(mark -> mark.criterionId().equals(criterion.id()))
        .map(mark -> texts.marked(criterion.text(), mark.mean(), mark.count()));
  }

  /** A line that leads to an idea; null if the report does not contain it. */
  @Nullable Reference reference(UUID idea) {
    return ideas.containsKey(idea)
        ? new Reference(anchors.get(idea), Markdown.plain(ideas.get(idea).text(), EXCERPT))
        : null;
  }
}
