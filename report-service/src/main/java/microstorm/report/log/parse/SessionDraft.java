package microstorm.report.log.parse;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import microstorm.report.log.markup.LineTemplate;
import microstorm.report.log.markup.LogLine;
import microstorm.report.log.markup.Markup;
import microstorm.report.log.markup.Nesting;
import microstorm.report.log.model.IdeaKind;
import microstorm.report.log.model.LayoutLine;
import microstorm.report.log.model.LineKind;
import microstorm.report.log.model.ParsedIdea;
import microstorm.report.log.model.ParsedTopic;
import microstorm.report.log.model.SessionContent;
import microstorm.report.problem.ReportProblem;

/**
 * A session while it is being parsed: collects its structure and its layout, and checks the limits.
 * The final ids are assigned last, since the session's own id depends on title and date; until then
 * the id of an element is its position.
 */
final class SessionDraft {
  final LogLine heading;
  final int level;
  final LogLimits limits;
  final Warnings warnings;

  private final List<LayoutLine> lines = new ArrayList<>();
  private final List<ParsedTopic> topics = new ArrayList<>();
  private final List<ParsedIdea> ideas = new ArrayList<>();
  private final Set<LineKind> fields = EnumSet.noneOf(LineKind.class);
  private final Nesting topicNesting = Nesting.ofTopics();
  private final Nesting bulletNesting = Nesting.ofBullets();
  private List<String> participants = List.of();
  private Integer number;
  private String title;
  private LocalDate date;
  private String problem;
  private String summary;
  private ParsedTopic topic;
  private boolean begun;

  SessionDraft(LogLine heading, int level, LogLimits limits, Warnings warnings) {
    this.heading = heading;
    this.level = level;
    this.limits = limits;
    this.warnings = warnings;
  }

  /** Whether a topic or a bullet has been read: after that, a plain "Name: text" is not a field. */
  boolean begun() {
    return begun;
  }

  boolean has(LineKind field) {
    return fields.contains(field);
  }

  void literal(LayoutLine line) {
    lines.add(line);
  }

  void number(Integer value) {
    number = value;
  }

  void title(String value, int line) {
    fields.add(LineKind.TITLE);
    title = name(value, ReportProblem.TITLE_TOO_LONG, "characters in this title", line);
  }

  /**
   * Sets the title of the heading. A Title field is expected to repeat it; if none does, the
   * heading's title is used.
   */
  void headingTitle(String value, int line) {
    title = name(value, ReportProblem.TITLE_TOO_LONG, "characters in this title", line);
  }

  void date(LocalDate value) {
    fields.add(LineKind.DATE);
    date = value;
  }

  void participants(List<String> names, int line) {
    fields.add(LineKind.PARTICIPANTS);
    limits.check(
        names.size(),
        limits.participants(),
        ReportProblem.LOG_TOO_MANY_PARTICIPANTS,
        "participants in this session",
        line);
    names.forEach(name -> name(name, ReportProblem.NAME_TOO_LONG, "characters in this name", line));
    participants = names;
  }

  void text(LineKind field, String text, int line) {
    fields.add(field);
    limits.check(
        length(text),
        limits.ideaCharacters(),
        ReportProblem.TEXT_TOO_LONG,
        "characters in this problem or summary",
        line);
    if (field == LineKind.PROBLEM) {
      problem = text;
    } else {
      summary = text;
    }
  }

  /**
   * Marks a field as read although it is empty, so that a later line with its name is not that
   * field.
   */
  void empty(LineKind field) {
    fields.add(field);
  }

  void topic(LineTemplate slots, int rank, int line) {
    closeList();
    begun = true;
    String name =
        name(
            slots.values().get(0),
            ReportProblem.TITLE_TOO_LONG,
            "characters in this topic's title",
            line);
    limits.check(
        topics.size() + 1,
        limits.topics(),
        ReportProblem.TOO_MANY_TOPICS,
        "topics in this session",
        line);
    UUID id = place();
    topic = new ParsedTopic(id, topicNesting.parentAt(rank), position(), name);
    topicNesting.enter(id, rank);
    topics.add(topic);
    lines.add(slots.line(LineKind.TOPIC, id));
  }

  void bullet(LineTemplate slots, int indent, int line) {
    begun = true;
    UUID parent = bulletNesting.parentAt(indent);
    String text = String.join("\n", slots.values());
    boolean reference =
        topic != null && Markup.referenceTitle(topic.title()) && LinkScanner.isOneLink(text);
    UUID id = add(slots, parent, reference ? IdeaKind.REFERENCE : IdeaKind.IDEA, text, line);
    bulletNesting.enter(id, indent);
    limits.check(
        bulletNesting.size(),
        limits.nesting(),
        ReportProblem.LOG_TOO_DEEP,
        "levels of nested bullets",
        line);
  }

  /** Adds a quote or note. It is never nested, and it ends the list before it. */
  void addParagraph(LineTemplate slots, IdeaKind kind, int line) {
    closeList();
    add(slots, null, kind, String.join("\n", slots.values()), line);
  }

  void closeList() {
    bulletNesting.clear();
  }

  private UUID add(LineTemplate slots, UUID parent, IdeaKind kind, String text, int line) {
    limits.check(
        length(text),
        limits.ideaCharacters(),
        ReportProblem.IDEA_TOO_LONG,
        "characters in this idea",
        line);
    limits.check(
        ideas.size() + 1,
        limits.ideas(),
        ReportProblem.LOG_TOO_MANY_IDEAS,
        "ideas in this session",
        line);
    for (LinkScanner.Link link : LinkScanner.links(text)) {
      if (link.target().isEmpty()) {
        String shown = Warnings.quote(link.label());
        warnings.add(line, "link-without-target", "The link " + shown + " has no target.");
      }
    }
    UUID id = place();
    ideas.add(
        new ParsedIdea(id, topic == null ? null : topic.id(), parent, position(), kind, text));
    lines.add(slots.line(LineKind.IDEA, id));
    return id;
  }

  private int position() {
    return topics.size() + ideas.size();
  }

  private UUID place() {
    return new UUID(0, position() + 1L);
  }

  private String name(String value, ReportProblem problem, String counted, int line) {
    limits.check(length(value), limits.nameCharacters(), problem, counted, line);
    return value;
  }

  private static int length(String text) {
    return text.codePointCount(0, text.length());
  }

  SessionContent content() {
    return new SessionContent(number, title, date, participants, problem, summary, topics, ideas);
  }

  List<LayoutLine> lines() {
    return lines;
  }
}
