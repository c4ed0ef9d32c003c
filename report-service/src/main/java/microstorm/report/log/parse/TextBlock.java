package microstorm.report.log.parse;

import java.util.ArrayList;
import java.util.List;
import microstorm.report.log.markup.Escape;
import microstorm.report.log.markup.LineTemplate;
import microstorm.report.log.markup.LogLine;
import microstorm.report.log.markup.Markup;
import microstorm.report.log.model.LineKind;

/** Collects the lines of one entry: a part of each line is text, the rest is layout. */
final class TextBlock {
  /** The kind of the entry, which decides which lines may continue it. */
  enum Shape {
    BULLET,
    QUOTE,
    MARKED_QUOTE,
    PARAGRAPH,
    TABLE,
    REGION,
    FIELD;

    /** The shape of a line without structural mark-up. */
    static Shape of(LogLine line) {
      if (Markup.thematicBreak(line)) {
        return REGION;
      }
      char c = line.first();
      return c == '>'
          ? MARKED_QUOTE
          : c == '|' ? TABLE : Markup.openingQuote(c) ? QUOTE : PARAGRAPH;
    }

    /**
     * Whether a line of this shape continues an open block of the given shape that ends on the line
     * above.
     */
    boolean continues(Shape open) {
      return switch (this) {
        case PARAGRAPH ->
            open == PARAGRAPH
                || open == BULLET
                || open == QUOTE
                || open == MARKED_QUOTE
                || open == FIELD;
        case TABLE, MARKED_QUOTE -> open == this;
        default -> false;
      };
    }
  }

  private record Piece(LogLine line, int from, int to) {
    String text() {
      return line.text.substring(from, to);
    }
  }

  final Shape shape;

  /** The field, for {@link Shape#FIELD}. */
  final LineKind kind;

  final LogLine first;
  private final List<Piece> pieces = new ArrayList<>();
  private boolean endsWithText;

  TextBlock(Shape shape, LineKind kind, LogLine first, int from) {
    this.shape = shape;
    this.kind = kind;
    this.first = first;
    add(first, from);
  }

  /** Adds a line whose surrounding white space is layout. */
  void append(LogLine line) {
    append(line, line.start);
  }

  void append(LogLine line, int from) {
    add(line, from);
  }

  private void add(LogLine line, int from) {
    int start = shape == Shape.BULLET || shape == Shape.FIELD ? Escape.start(line, from) : from;
    pieces.add(new Piece(line, start, Math.max(start, line.stop)));
    endsWithText = start < line.stop;
  }

  /** Whether a line without mark-up can continue the text of the last line. */
  boolean endsWithText() {
    return endsWithText;
  }

  /** Adds a line whose indentation belongs to the text. */
  void appendVerbatim(LogLine line) {
    pieces.add(line.blank() ? new Piece(line, 0, 0) : new Piece(line, 0, line.stop));
    endsWithText = false;
  }

  /** A block of the same lines whose marks are text. */
  TextBlock verbatim() {
    TextBlock whole = new TextBlock(Shape.REGION, null, first, first.start);
    pieces.subList(1, pieces.size()).forEach(piece -> whole.appendVerbatim(piece.line()));
    return whole;
  }

  /**
   * The text as values and its layout as literals; empty lines at both ends are layout. There are
   * no values if there is no text.
   */
  LineTemplate template() {
    int from = 0;
    int to = pieces.size();
    while (from < to && pieces.get(from).text().isBlank()) {
      from++;
    }
    while (to > from && pieces.get(to - 1).text().isBlank()) {
      to--;
    }
    LineTemplate template = new LineTemplate();
    for (int i = 0; i < pieces.size(); i++) {
      Piece piece = pieces.get(i);
      LogLine line = piece.line();
      if (i < from || i >= to) {
        template.literal(line.raw());
      } else {
        int start =
            i == from ? LogLine.skipSpace(line.text, piece.from(), piece.to()) : piece.from();
        template.literal(line.text, 0, start).value(line.text.substring(start, piece.to()));
        template.literal(line.text, piece.to(), line.text.length()).literal(line.end);
      }
    }
    return template;
  }
}
