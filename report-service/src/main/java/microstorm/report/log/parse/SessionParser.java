package microstorm.report.log.parse;

import java.util.List;
import microstorm.report.log.markup.Escape;
import microstorm.report.log.markup.FieldLine;
import microstorm.report.log.markup.LineTemplate;
import microstorm.report.log.markup.LogLine;
import microstorm.report.log.markup.Markup;
import microstorm.report.log.markup.Quotation;
import microstorm.report.log.markup.Regions;
import microstorm.report.log.markup.SessionHeading;
import microstorm.report.log.markup.TopicRank;
import microstorm.report.log.start.FoundHeading;
import microstorm.report.log.start.HeadingWords;
import microstorm.report.log.start.SessionStart;
import microstorm.report.log.words.Words;
import microstorm.report.log.model.LayoutLine;
import microstorm.report.log.model.LineKind;
import microstorm.report.log.model.IdeaKind;
import microstorm.report.log.parse.TextBlock.Shape;

/** Reads the lines of one session. Unknown text becomes a note, so that nothing is lost. */
final class SessionParser {
  private static final int LONGEST_TITLE = 100;

  private final SessionDraft draft;
  private final SessionFields fields;
  private final OpenBlock open;
  private boolean general;
  private boolean titlePending;

  SessionParser(SessionDraft draft) {
    this.draft = draft;
    this.fields = new SessionFields(draft);
    this.open = new OpenBlock(draft, fields);
  }

  /**
   * Reads the lines from the heading to the one before {@code to}; they contain no other session.
   */
  void parse(List<LogLine> lines, Regions regions, SessionStart start, int to) {
    int from = start.line() + start.headingLines();
    startWith(lines, regions, start, to);
    for (int i = from; i < to; i++) {
      LogLine line = lines.get(i);
      int end = Math.min(regions.endOf(i), to - 1);
      if (line.blank()) {
        open.blank(line);
      } else if (end > i) {
        region(lines, i, end);
        i = end;
      } else {
        i = several(lines, regions, i, to);
      }
    }
    open.close();
  }

  private void startWith(List<LogLine> lines, Regions regions, SessionStart start, int to) {
    int from = start.line() + start.headingLines();
    String title = FieldLine.firstTitle(lines, regions, from, to);
    boolean dated = FieldLine.hasFirst(LineKind.DATE, lines, regions, from, to);
    general = start.own() == null;
    if (start.own() != null) {
      SessionHeading own = start.own();
      boolean plain = dated || own.titleEnd() == own.titleStart();
      fields.heading(
          own,
          title,
          plain
              ? null
              : HeadingWords.ofTitle(draft.heading.text, own.titleStart(), own.titleEnd()));
    } else if (start.heading() != null) {
      String below = start.headingLines() < 2 ? "" : lines.get(start.line() + 1).raw();
      fields.heading(start.heading(), title, dated, below);
    } else {
      fields.noHeading();
      titlePending = true;
    }
  }

  /** Reads the element at a line, which may have several lines, and returns its last line. */
  private int several(List<LogLine> lines, Regions regions, int i, int to) {
    LogLine line = lines.get(i);
    if (open.continuesIndented(line)) {
      line(line);
      return i;
    }
    PeopleList people =
        draft.has(LineKind.PARTICIPANTS) ? null : PeopleList.at(lines, regions, i, to);
    if (people != null) {
      open.close();
      draft.entries.closeList();
      fields.people(people.template(), line.number);
      return people.last();
    }
    FoundHeading underlined = general ? FoundHeading.setext(lines, regions, i) : null;
    if (underlined != null && i + 1 < to) {
      underlined(underlined, line, lines.get(i + 1));
      return i + 1;
    }
    if (isSectionTitle(lines, i, to)) {
      topic(line, line.start, Markup.withoutColon(line.text, line.start, line.stop));
      return i;
    }
    line(line);
    return i;
  }

  private void underlined(FoundHeading heading, LogLine line, LogLine below) {
    if (titlePending()) {
      open.close();
      draft.literal(LayoutLine.blank(line.text.substring(0, heading.start())));
      titleHeading(heading, line, below.raw());
      return;
    }
    open.close();
    draft.entries.addTopic(
        LineTemplate.of(line, heading.start(), heading.end()).literal(below.raw()),
        TopicRank.of("", draft.level),
        line.number);
  }

  private boolean titlePending() {
    return titlePending && !draft.has(LineKind.TITLE) && nothingRead();
  }

  private boolean nothingRead() {
    return !draft.entries.begun() && !open.isBullet();
  }

  /** Whether the heading only repeats the title in the front matter. */
  private boolean repeatsTitle(LogLine line, Markup.Heading heading) {
    return titlePending
        && nothingRead()
        && line.text.substring(heading.start(), heading.end()).equals(draft.titleText());
  }

  private void titleHeading(FoundHeading heading, LogLine line, String below) {
    titlePending = false;
    fields.titleHeading(
        line, heading.start(), heading.words(), null, draft.has(LineKind.DATE), below);
  }

  /**
   * Whether this line is a title without mark-up: it ends with a colon, stands apart from the text
   * above, and a list follows.
   */
  private boolean isSectionTitle(List<LogLine> lines, int i, int to) {
    LogLine line = lines.get(i);
    int end = Markup.withoutColon(line.text, line.start, line.stop);
    if (end == line.stop
        || line.indent > 0
        || line.text.length() > LONGEST_TITLE
        || Shape.of(line) != Shape.PARAGRAPH
        || !Character.isLetterOrDigit(line.first())
        || Markup.bullet(line) >= 0
        || FieldLine.of(line, line.start) != null
        || open.isContinuedBy(Shape.PARAGRAPH)) {
      return false;
    }
    int next = i + 1;
    while (next < to && lines.get(next).blank()) {
      next++;
    }
    return next < to && Markup.bullet(lines.get(next)) >= 0 && lines.get(next).indent < 4;
  }

  private void region(List<LogLine> lines, int from, int to) {
    LogLine first = lines.get(from);
    int bullet = Markup.bullet(first);
    int next = from + 1;
    if (bullet >= 0) {
      open.begin(new TextBlock(Shape.BULLET, null, first, bullet));
    } else if (open.continuesIndented(first)) {
      next = from;
    } else {
      open.begin(new TextBlock(Shape.REGION, null, first, first.start));
    }
    open.appendVerbatim(lines.subList(next, to + 1));
  }

  private void line(LogLine line) {
    if (open.continuesIndented(line) && Markup.bullet(line) < 0) {
      open.append(line, line.start);
    } else if (!heading(line) && !bullet(line) && !section(line)) {
      words(line);
    }
  }

  private boolean heading(LogLine line) {
    Markup.Heading heading = line.first() == '#' ? Markup.heading(line) : null;
    if (heading == null) {
      return false;
    }
    if (titlePending() && heading.end() > heading.start()) {
      FoundHeading title = FoundHeading.atx(line, line.number - 1);
      open.close();
      draft.literal(LayoutLine.blank(line.text.substring(0, title.start())));
      titleHeading(title, line, "");
      return true;
    }
    if (repeatsTitle(line, heading)) {
      titlePending = false;
      open.close();
      draft.literal(LineTemplate.of(line, heading.start(), heading.end()).line(LineKind.TITLE, null));
      return true;
    }
    Markup.Label label = Markup.label(line, heading.start());
    boolean bold = label != null && label.rest() >= heading.end();
    int start = bold ? label.start() : heading.start();
    int end = bold ? label.end() : Markup.withoutColon(line.text, heading.start(), heading.end());
    String title = line.text.substring(start, end);
    if (title.isEmpty() || heading.level() <= draft.level && !Markup.referenceTitle(title)) {
      unknownSection(line, title);
    } else {
      topic(line, start, end);
    }
    return true;
  }

  private boolean bullet(LogLine line) {
    int content = Markup.bullet(line);
    if (content < 0) {
      return false;
    }
    FieldLine field = draft.entries.begun() || open.isBullet() ? null : FieldLine.of(line, content);
    if (field == null && general && draft.entries.topics().isEmpty() && line.indent == 0) {
      field = laterField(FieldLine.of(line, content));
    }
    if (field == null || draft.has(field.kind())) {
      open.begin(new TextBlock(Shape.BULLET, null, line, content));
    } else {
      field(line, field);
    }
    return true;
  }

  /** In a general list of facts, the date and the people may stand below others. */
  private static FieldLine laterField(FieldLine field) {
    boolean later =
        field != null && (field.kind() == LineKind.DATE || field.kind() == LineKind.PARTICIPANTS);
    return later ? field : null;
  }

  /** Reads a field, or a topic that is not a heading. */
  private boolean section(LogLine line) {
    FieldLine field = FieldLine.of(line, line.start);
    boolean plainTooLate =
        field != null && !field.bold() && (draft.entries.begun() || open.isBullet());
    if (field != null && !plainTooLate && !draft.has(field.kind())) {
      field(line, field);
      return true;
    }
    Markup.Label label = Markup.label(line, line.start);
    if (label != null && label.rest() == line.stop) {
      topic(line, label.start(), label.end());
    } else if (label != null && label.colon()) {
      unknownSection(line, line.text.substring(label.start(), label.end()));
    } else {
      int end = Markup.withoutColon(line.text, line.start, line.stop);
      if (!Markup.referenceTitle(line.text.substring(line.start, end))) {
        return false;
      }
      topic(line, line.start, end);
    }
    return true;
  }

  private void topic(LogLine line, int start, int end) {
    open.close();
    String mark = line.text.substring(0, start);
    draft.entries.addTopic(
        LineTemplate.of(line, Escape.titleStart(line.text, start, end), end),
        TopicRank.of(mark, draft.level),
        line.number);
  }

  private void field(LogLine line, FieldLine field) {
    open.close();
    draft.entries.closeList();
    if (field.hasLines() && field.value() < line.stop) {
      open.begin(new TextBlock(Shape.FIELD, field.kind(), line, field.value()));
      draft.empty(field.kind());
    } else {
      fields.read(line, field);
    }
  }

  private void unknownSection(LogLine line, String title) {
    open.close();
    if (Words.DETAIL.contains(Words.lower(title))) {
      draft.entries.addParagraph(
          LineTemplate.of(line, line.start, line.stop), IdeaKind.NOTE, line.number);
      return;
    }
    String shown = title.isEmpty() ? "without a title" : Quotation.of(title);
    draft.warnings.add(
        line.number,
        "unknown-section",
        "The section " + shown + " is unknown; it was kept as a note.");
    draft.entries.addParagraph(
        LineTemplate.of(line, line.start, line.stop), IdeaKind.NOTE, line.number);
  }

  /** Reads a line without structural mark-up. */
  private void words(LogLine line) {
    if (Markup.thematicBreak(line)) {
      open.close();
      draft.entries.closeList();
      draft.literal(new LayoutLine(LineKind.RULE, null, List.of(line.raw())));
      return;
    }
    Shape shape = Shape.of(line);
    if (open.isContinuedBy(shape)) {
      open.append(line, afterMark(line, shape));
    } else {
      open.begin(new TextBlock(shape, null, line, afterMark(line, shape)));
    }
  }

  private static int afterMark(LogLine line, Shape shape) {
    return shape == Shape.MARKED_QUOTE
        ? LogLine.skipSpace(line.text, line.start + 1, line.stop)
        : line.start;
  }
}
