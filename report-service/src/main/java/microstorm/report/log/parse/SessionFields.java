package microstorm.report.log.parse;

import java.util.List;
import microstorm.report.log.markup.FieldLine;
import microstorm.report.log.markup.LineTemplate;
import microstorm.report.log.markup.LogLine;
import microstorm.report.log.markup.Participants;
import microstorm.report.log.markup.Quotation;
import microstorm.report.log.markup.SessionHeading;
import microstorm.report.log.model.IdeaKind;
import microstorm.report.log.model.LayoutLine;
import microstorm.report.log.model.LineKind;
import microstorm.report.log.model.WarningValues;
import microstorm.report.log.parse.TextBlock.Shape;
import microstorm.report.log.start.FoundHeading;
import microstorm.report.log.start.HeadingWords;
import microstorm.report.problem.ReportProblem;

/** Turns complete lines and blocks into a session's fields and entries, with warnings. */
final class SessionFields {
  private final SessionDraft draft;
  private final DateField dates;

  SessionFields(SessionDraft draft) {
    this.draft = draft;
    this.dates = new DateField(draft, this);
  }

  DateField dates() {
    return dates;
  }

  /**
   * The session's heading in the log's own grammar.
   *
   * @param titleField the value of the session's Title field; null if there is none
   * @param words the words after the number, if there is a date among them; null otherwise
   */
  void heading(SessionHeading heading, String titleField, HeadingWords words) {
    LogLine line = draft.heading;
    boolean titled = heading.titleEnd() > heading.titleStart();
    int behind = titled ? heading.titleStart() : line.text.length();
    LineTemplate template = new LineTemplate();
    if (heading.number() == null) {
      template.literal(line.text, 0, behind);
    } else {
      template.literal(line.text, 0, heading.numberStart());
      template.value(line.text.substring(heading.numberStart(), heading.numberEnd()));
      template.literal(line.text, heading.numberEnd(), behind);
    }
    draft.number(heading.number());
    draft.literal(headingLine(template.literal(titled ? "" : line.end), heading.level()));
    if (words != null) {
      HeadingParts parts = new HeadingParts(draft, this, line, behind);
      parts.read(words, titleField, false);
      parts.end("");
    } else if (titled) {
      headingTitle(heading, titleField);
    }
  }

  /** The level is a part of the layout if the mark does not show it. */
  private LayoutLine headingLine(LineTemplate template, int marks) {
    String level = draft.level == marks ? null : String.valueOf(draft.level);
    return new LayoutLine(LineKind.HEADING, null, template.literals(), null, level);
  }

  /**
   * The session's heading in the general grammar.
   *
   * @param words its words
   * @param following the line below it that belongs to it
   */
  void heading(FoundHeading heading, String titleField, boolean dateKnown, String following) {
    LogLine line = draft.heading;
    int marks = heading.form() == FoundHeading.Form.ATX ? heading.level() : -1;
    draft.literal(headingLine(new LineTemplate().literal(line.text, 0, heading.start()), marks));
    titleHeading(line, heading.start(), heading.words(), titleField, dateKnown, following);
  }

  /** The start of a session without a heading. */
  void noHeading() {
    draft.literal(headingLine(new LineTemplate(), -1));
  }

  /** A heading that has the title of a session, after the text before this offset. */
  void titleHeading(
      LogLine line,
      int from,
      HeadingWords words,
      String titleField,
      boolean dateKnown,
      String following) {
    HeadingParts parts = new HeadingParts(draft, this, line, from);
    if (words.number() != null) {
      draft.number(words.number());
      draft.literal(
          new LayoutLine(LineKind.NUMBER, null, List.of(""), null, words.number().toString()));
    }
    parts.read(words, titleField, dateKnown);
    parts.end(following);
  }

  private void headingTitle(SessionHeading heading, String titleField) {
    LogLine line = draft.heading;
    String title = line.text.substring(heading.titleStart(), heading.titleEnd());
    if (titleField == null || titleField.equals(title)) {
      draft.limits.check(
          title.length(),
          draft.limits.nameCharacters(),
          ReportProblem.TITLE_TOO_LONG,
          "characters in this title",
          line.number);
      draft.literal(new LayoutLine(LineKind.TITLE, null, List.of("", "")));
      if (titleField == null) {
        draft.title(title, line.number);
      } else {
        draft.headingTitle(title, line.number);
      }
      draft.literal(LayoutLine.blank(line.text.substring(heading.titleEnd()) + line.end));
    } else {
      remainder(line, heading.titleStart(), heading.titleEnd());
    }
  }

  /** Reads a field of a single line. */
  void read(LogLine line, FieldLine field) {
    if (field.value() == field.end()) {
      draft.empty(field.kind());
      draft.literal(new LayoutLine(field.kind(), null, List.of(line.raw())));
      return;
    }
    switch (field.kind()) {
      case DATE -> dates.read(line, field.value(), field.end());
      case TITLE -> {
        LineTemplate template = title(line, field);
        draft.title(template.values().get(0), line.number);
        draft.literal(template.line(LineKind.TITLE, null));
      }
      case PARTICIPANTS -> participants(line, field.value(), field.end());
      default -> throw new IllegalArgumentException(field.kind() + " is read as a block.");
    }
  }

  /** Reads a complete block. */
  void complete(TextBlock block) {
    LineTemplate template = block.template();
    int line = block.first.number;
    String text = String.join("\n", template.values());
    if (block.shape == Shape.FIELD) {
      draft.text(block.kind, text, line);
      draft.literal(template.line(block.kind, null));
    } else if (template.values().isEmpty()) {
      emptyMark(block);
    } else if (block.shape == Shape.BULLET) {
      draft.entries.addBullet(template, block.first.indent, line);
    } else if (block.shape == Shape.QUOTE || block.shape == Shape.MARKED_QUOTE) {
      draft.entries.addParagraph(template, IdeaKind.QUOTE, line);
    } else {
      keptAsNote(line, text);
      if (block.shape == Shape.TABLE) {
        draft.entries.addTable(template, line);
      } else {
        draft.entries.addParagraph(template, IdeaKind.NOTE, line);
      }
    }
  }

  /** Keeps a bullet or {@code >} without text as a note. */
  private void emptyMark(TextBlock block) {
    keptAsNote(block.first.number, block.first.stripped());
    draft.entries.addParagraph(block.verbatim().template(), IdeaKind.NOTE, block.first.number);
  }

  /** The title in the front matter of a file may be in quotation marks. */
  private LineTemplate title(LogLine line, FieldLine field) {
    int from = field.value();
    int to = field.end();
    boolean quoted =
        draft.isFrontMatter(line)
            && to - from > 2
            && "\"'".indexOf(line.text.charAt(from)) >= 0
            && line.text.charAt(to - 1) == line.text.charAt(from);
    return quoted ? LineTemplate.of(line, from + 1, to - 1) : LineTemplate.of(line, from, to);
  }

  private void participants(LogLine line, int from, int to) {
    Integer number = Participants.number(line.text, from, to);
    if (number != null) {
      draft.unnamed(number == 0 ? null : number);
      draft.literal(new LayoutLine(LineKind.PARTICIPANTS, null, List.of(line.raw())));
      return;
    }
    LineTemplate template = new LineTemplate().literal(line.text, 0, from);
    boolean brackets = Participants.inBrackets(line.text, from, to);
    int first = brackets ? from + 1 : from;
    int end = brackets ? to - 1 : to;
    template.literal(line.text, from, first);
    Participants.split(template, line.text, first, end);
    template.literal(line.text, end, line.text.length()).literal(line.end);
    if (template.values().stream().anyMatch(Participants::isPerson)) {
      people(template, line.number);
    } else {
      draft.empty(LineKind.PARTICIPANTS);
      keptAsNote(line.number, line.stripped());
      draft.entries.addParagraph(
          LineTemplate.of(line, line.start, line.stop), IdeaKind.NOTE, line.number);
    }
  }

  /** People in one or several lines. */
  void people(LineTemplate template, int line) {
    draft.participants(template.values(), line);
    draft.literal(template.line(LineKind.PARTICIPANTS, null));
  }

  /** Warns about a list that looks like an outcome. */
  void unreadOutcome(int line) {
    draft.warnings.add(
        line,
        "outcome-not-read",
        "This list is not an outcome as Microstorm writes it, or the ideas above it have changed."
            + " It was kept as ideas.");
  }

  /** Keeps the rest of a line that begins with a field as a note of its own. */
  void remainder(LogLine line, int from, int to) {
    String text = line.text.substring(from, to);
    keptAsNote(line.number, text);
    draft.entries.addParagraph(new LineTemplate().value(text), IdeaKind.NOTE, line.number);
    draft.literal(LayoutLine.blank(line.text.substring(to) + line.end));
  }

  void keptAsNote(int line, String text) {
    draft.warnings.add(
        line,
        "kept-as-note",
        Quotation.of(text) + " belongs to no idea; it was kept as a note.",
        WarningValues.ofText(Quotation.shorten(text)));
  }
}
