package microstorm.report.log;

import java.util.ArrayList;
import java.util.List;

/**
 * The lines of one entry while they are being collected: of each line a piece is text, the rest is
 * layout.
 */
final class TextBlock {
  /** What the entry is, which decides what may continue it. */
  enum Shape {
    BULLET,
    QUOTE,
    MARKED_QUOTE,
    PARAGRAPH,
    TABLE,
    REGION,
    FIELD;

    /** What a line without any mark of structure is. */
    static Shape of(Line line) {
      if (Markup.thematicBreak(line)) {
        return REGION;
      }
      char c = line.first();
      return c == '>'
          ? MARKED_QUOTE
          : c == '|' ? TABLE : Markup.openingQuote(c) ? QUOTE : PARAGRAPH;
    }

    /** Whether a line of this shape, right behind an open block of that shape, is more of it. */
    boolean continues(Shape open) {
      return switch (this) {
        case PARAGRAPH ->
            open == PARAGRAPH || open == QUOTE || open == MARKED_QUOTE || open == FIELD;
        case TABLE, MARKED_QUOTE -> open == this;
        default -> false;
      };
    }
  }

  private record Piece(Line line, int from, int to) {
    String text() {
      return line.text.substring(from, to);
    }
  }

  final Shape shape;

  /** The field, for {@link Shape#FIELD}. */
  final LineKind kind;

  final Line first;
  private final List<Piece> pieces = new ArrayList<>();

  TextBlock(Shape shape, LineKind kind, Line first, int from) {
    this.shape = shape;
    this.kind = kind;
    this.first = first;
    add(first, from);
  }

  /** A line whose text is what is left without white space around it. */
  void append(Line line) {
    append(line, line.start);
  }

  void append(Line line, int from) {
    add(line, from);
  }

  private void add(Line line, int from) {
    int start = shape == Shape.BULLET || shape == Shape.FIELD ? Escape.start(line, from) : from;
    pieces.add(new Piece(line, start, Math.max(start, line.stop)));
  }

  /** A line whose indentation belongs to the text. */
  void appendVerbatim(Line line) {
    pieces.add(line.blank() ? new Piece(line, 0, 0) : new Piece(line, 0, line.stop));
  }

  /** The same lines with their marks as text. */
  TextBlock verbatim() {
    TextBlock whole = new TextBlock(Shape.REGION, null, first, first.start);
    pieces.subList(1, pieces.size()).forEach(piece -> whole.appendVerbatim(piece.line()));
    return whole;
  }

  /**
   * The text and what is around it; empty lines at both ends are layout. No values if there is no
   * text at all.
   */
  Slots slots() {
    int from = 0;
    int to = pieces.size();
    while (from < to && pieces.get(from).text().isBlank()) {
      from++;
    }
    while (to > from && pieces.get(to - 1).text().isBlank()) {
      to--;
    }
    Slots slots = new Slots();
    for (int i = 0; i < pieces.size(); i++) {
      Piece piece = pieces.get(i);
      Line line = piece.line();
      if (i < from || i >= to) {
        slots.literal(line.raw());
      } else {
        int start = i == from ? Line.skipSpace(line.text, piece.from(), piece.to()) : piece.from();
        slots.literal(line.text, 0, start).value(line.text.substring(start, piece.to()));
        slots.literal(line.text, piece.to(), line.text.length()).literal(line.end);
      }
    }
    return slots;
  }
}
