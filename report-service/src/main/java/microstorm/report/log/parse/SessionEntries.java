package microstorm.report.log.parse;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import microstorm.report.log.markup.LineTemplate;
import microstorm.report.log.markup.MarkdownLinks;
import microstorm.report.log.markup.Markup;
import microstorm.report.log.markup.Nesting;
import microstorm.report.log.model.IdeaKind;
import microstorm.report.log.model.LayoutLine;
import microstorm.report.log.model.LineKind;
import microstorm.report.log.model.ParsedIdea;
import microstorm.report.log.model.ParsedTopic;
import microstorm.report.log.model.SessionOutcome;
import microstorm.report.log.outcome.LogForm;
import microstorm.report.problem.ReportProblem;

/**
 * The topics and ideas of a session while it is being parsed. Until the final ids are assigned, the
 * id of an entry is its position.
 */
final class SessionEntries {
  private final LogLimits limits;
  private final Warnings warnings;
  private final Consumer<LayoutLine> layout;
  private final List<ParsedTopic> topics = new ArrayList<>();
  private final List<ParsedIdea> ideas = new ArrayList<>();
  private final Nesting topicNesting = Nesting.ofTopics();
  private final Nesting bulletNesting = Nesting.ofBullets();
  private ParsedTopic topic;
  private boolean begun;

  /**
   * Begins without entries.
   *
   * @param layout receives the layout of each entry
   */
  SessionEntries(LogLimits limits, Warnings warnings, Consumer<LayoutLine> layout) {
    this.limits = limits;
    this.warnings = warnings;
    this.layout = layout;
  }

  /** Whether a topic or a bullet has been read: after that, a plain "Name: text" is not a field. */
  boolean begun() {
    return begun;
  }

  void addTopic(LineTemplate template, int rank, int line) {
    closeList();
    begun = true;
    String title = template.values().get(0);
    limits.checkName(title, ReportProblem.TITLE_TOO_LONG, "characters in this topic's title", line);
    limits.check(
        topics.size() + 1,
        limits.topics(),
        ReportProblem.TOO_MANY_TOPICS,
        "topics in this session",
        line);
    UUID id = place();
    topic = new ParsedTopic(id, topicNesting.parentAt(rank), position(), title);
    topicNesting.enter(id, rank);
    topics.add(topic);
    layout.accept(template.line(LineKind.TOPIC, id));
  }

  void addBullet(LineTemplate template, int indent, int line) {
    begun = true;
    UUID parent = bulletNesting.parentAt(indent);
    String text = String.join("\n", template.values());
    limits.checkText(text, ReportProblem.IDEA_TOO_LONG, "characters in this idea", line);
    boolean reference =
        topic != null && Markup.referenceTitle(topic.title()) && MarkdownLinks.isOneLink(text);
    UUID id = add(template, parent, reference ? IdeaKind.REFERENCE : IdeaKind.IDEA, text, line);
    bulletNesting.enter(id, indent);
    limits.check(
        bulletNesting.size(),
        limits.nesting(),
        ReportProblem.LOG_TOO_DEEP,
        "levels of nested bullets",
        line);
  }

  /** Adds a quote or note. It is never nested, and it ends the list before it. */
  void addParagraph(LineTemplate template, IdeaKind kind, int line) {
    closeList();
    String text = String.join("\n", template.values());
    limits.checkText(text, ReportProblem.IDEA_TOO_LONG, "characters in this idea", line);
    add(template, null, kind, text, line);
  }

  /** Adds a table, which may be as long as its session. */
  void addTable(LineTemplate template, int line) {
    closeList();
    add(template, null, IdeaKind.NOTE, String.join("\n", template.values()), line);
  }

  void closeList() {
    bulletNesting.clear();
  }

  private UUID add(LineTemplate template, UUID parent, IdeaKind kind, String text, int line) {
    limits.check(
        ideas.size() + 1,
        limits.ideas(),
        ReportProblem.LOG_TOO_MANY_IDEAS,
        "ideas in this session",
        line);
    warnings.addLinks(text, line);
    UUID id = place();
    ideas.add(
        new ParsedIdea(id, topic == null ? null : topic.id(), parent, position(), kind, text));
    layout.accept(template.line(LineKind.IDEA, id));
    return id;
  }

  /** Gives topics and ideas the titles and kinds in the outcome. */
  void replace(SessionOutcome outcome) {
    Map<UUID, String> titles = new HashMap<>();
    outcome.titles().forEach(title -> titles.put(title.topicId(), title.title()));
    topics.replaceAll(
        topic ->
            titles.containsKey(topic.id()) ? LogForm.with(topic, titles.get(topic.id())) : topic);
    Map<UUID, IdeaKind> kinds = new HashMap<>();
    outcome.kinds().forEach(kind -> kinds.put(kind.ideaId(), kind.kind()));
    ideas.replaceAll(
        idea -> kinds.containsKey(idea.id()) ? LogForm.with(idea, kinds.get(idea.id())) : idea);
  }

  private int position() {
    return topics.size() + ideas.size();
  }

  private UUID place() {
    return new UUID(0, position() + 1L);
  }

  List<ParsedTopic> topics() {
    return topics;
  }

  List<ParsedIdea> ideas() {
    return ideas;
  }
}
