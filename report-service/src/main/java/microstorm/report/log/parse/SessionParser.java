package microstorm.report.log.parse;

import java.util.List;
import microstorm.report.log.markup.Escape;
import microstorm.report.log.markup.FactRow;
import microstorm.report.log.markup.FieldLine;
import microstorm.report.log.markup.LineTemplate;
import microstorm.report.log.markup.LogLine;
import microstorm.report.log.markup.Markup;
import microstorm.report.log.markup.Quotation;
import microstorm.report.log.markup.Regions;
import microstorm.report.log.markup.TopicRank;
import microstorm.report.log.model.IdeaKind;
import microstorm.report.log.model.LayoutLine;
import microstorm.report.log.model.LineKind;
import microstorm.report.log.model.WarningValues;
import microstorm.report.log.parse.TextBlock.Shape;
import microstorm.report.log.start.FoundHeading;
import microstorm.report.log.start.SessionStart;
import microstorm.report.log.words.Words;

/** Reads the lines of one session. Unknown text becomes a note, so that nothing is lost. */
final class SessionParser {
  private final SessionDraft draft;
  private final SessionFields fields;
  private final OpenBlock open;
  private final SessionTitle title;
  private boolean general;

  SessionParser(SessionDraft draft) {
    this.draft = draft;
    this.fields = new SessionFields(draft);
    this.open = new OpenBlock(draft, fields);
    this.title = new SessionTitle(draft, fields, open);
  }

  /**
   * Reads the lines from the heading to the one before {@code to}; they contain no other session.
   */
  void parse(List<LogLine> lines, Regions regions, SessionStart start, int to) {
    int from = start.line() + start.headingLines();
    general = start.own() == null;
    title.begin(lines, regions, start, to);
    for (int i = from; i < to; i++) {
      LogLine line = lines.get(i);
      int end = Math.min(regions.endOf(i), to - 1);
      if (line.blank()) {
        open.blank(line);
      } else if (end > i) {
        open.region(lines, i, end);
        i = end;
      } else {
        i = several(lines, regions, i, to);
      }
    }
    open.close();
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
    if (OutcomeBlock.begins(line)) {
      open.close();
      draft.entries.closeList();
      if (OutcomeBlock.read(draft, lines, i, to)) {
        return to - 1;
      }
      fields.unreadOutcome(line.number);
    }
    if (general && !draft.entries.begun() && !open.isBullet() && fact(lines, i)) {
      return i;
    }
    FoundHeading underlined = general ? FoundHeading.setext(lines, regions, i) : null;
    if (underlined != null && i + 1 < to) {
      underlined(underlined, line, lines.get(i + 1));
      return i + 1;
    }
    if (open.isSectionTitle(lines, i, to)) {
      topic(line, line.start, Markup.withoutColon(line.text, line.start, line.stop));
      return i;
    }
    line(line);
    return i;
  }

  /** Reads a row of a table with facts about the session, above its entries. */
  private boolean fact(List<LogLine> lines, int i) {
    LogLine line = lines.get(i);
    FieldLine fact = FactRow.at(lines, i);
    if (fact != null && !draft.has(fact.kind())) {
      field(line, fact);
      return true;
    }
    boolean separates = FactRow.separates(lines, i);
    if (separates) {
      open.close();
      draft.literal(new LayoutLine(LineKind.RULE, null, List.of(line.raw())));
    }
    return separates;
  }

  private void underlined(FoundHeading heading, LogLine line, LogLine below) {
    if (title.read(heading, line, below.raw())) {
      return;
    }
    open.close();
    draft.entries.addTopic(
        LineTemplate.of(line, heading.start(), heading.end()).literal(below.raw()),
        TopicRank.of("", draft.level),
        line.number);
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
    if (heading.end() > heading.start()
        && title.read(FoundHeading.atx(line, line.number - 1), line, "")) {
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
        "The section " + shown + " is unknown; it was kept as a note.",
        title.isEmpty() ? null : WarningValues.ofText(Quotation.shorten(title)));
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
