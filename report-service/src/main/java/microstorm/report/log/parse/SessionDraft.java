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
 * A session while it is parsed: its structure and its layout grow side by side, and the limits are
 * kept. Ids come last, since the session's own id needs title and date; until then an element's id
 * is its place.
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

  /** Whether a topic or a bullet has come: then a plain "Name: text" is no field any more. */
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
    title = name(value, ReportProblem.TITLE_TOO_LONG, "Characters of a title", line);
  }

  /** The heading's title, which a field is expected to say again; it counts if none does. */
  void headingTitle(String value, int line) {
    title = name(value, ReportProblem.TITLE_TOO_LONG, "Characters of a title", line);
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
        ReportProblem.TOO_MANY_PARTICIPANTS,
        "Participants of a session",
        line);
    names.forEach(name -> name(name, ReportProblem.NAME_TOO_LONG, "Characters of a name", line));
    participants = names;
  }

  void text(LineKind field, String text, int line) {
    fields.add(field);
    limits.check(
        length(text),
        limits.ideaCharacters(),
        ReportProblem.TEXT_TOO_LONG,
        "Characters of a problem or summary",
        line);
    if (field == LineKind.PROBLEM) {
      problem = text;
    } else {
      summary = text;
    }
  }

  /** An empty field still takes its place: what would come again is not it. */
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
            "Characters of a topic's title",
            line);
    limits.check(
        topics.size() + 1,
        limits.topics(),
        ReportProblem.TOO_MANY_TOPICS,
        "Topics of a session",
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
        ReportProblem.TOO_DEEP,
        "Levels of bullets inside each other",
        line);
  }

  /** A quote or note: never nested, and what follows is not nested in what came before. */
  void aside(LineTemplate slots, IdeaKind kind, int line) {
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
        "Characters of an idea",
        line);
    limits.check(
        ideas.size() + 1, limits.ideas(), ReportProblem.TOO_MANY_IDEAS, "Ideas of a session", line);
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

  private String name(String value, ReportProblem problem, String what, int line) {
    limits.check(length(value), limits.nameCharacters(), problem, what, line);
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
