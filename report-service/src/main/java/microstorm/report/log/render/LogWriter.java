package microstorm.report.log.render;

import java.io.IOException;

/**
 * Writes text, and knows whether it is at the start of a line, whether the line above is blank, and
 * the last two lines.
 */
final class LogWriter {
  private final Appendable out;
  private char previous = '\n';
  private boolean lineHasText;
  private boolean blankAbove = true;
  private final StringBuilder line = new StringBuilder();
  private String last = "";
  private String beforeLast = "";

  LogWriter(Appendable out) {
    this.out = out;
  }

  void write(String text) throws IOException {
    out.append(text);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\r' || c == '\n' && previous != '\r') {
        endOfLine();
      } else if (c != '\n' && !Character.isWhitespace(c)) {
        lineHasText = true;
      }
      if (c != '\r' && c != '\n') {
        line.append(c);
      }
      previous = c;
    }
  }

  /** Blank lines count once. */
  private void endOfLine() {
    blankAbove = !lineHasText;
    if (lineHasText || !last.isBlank()) {
      beforeLast = last;
      last = line.toString();
    }
    line.setLength(0);
    lineHasText = false;
  }

  /** The last line with text. */
  String lastText() {
    return last.isBlank() ? beforeLast : last;
  }

  boolean atLineStart() {
    return previous == '\n' || previous == '\r';
  }

  /** Ends the line, unless one has just ended. */
  void endLine(String end) throws IOException {
    if (!atLineStart()) {
      write(end);
    }
  }

  /** Writes a blank line, unless the line above is blank or there is none. */
  void blankLine(String end) throws IOException {
    endLine(end);
    if (!blankAbove) {
      write(end);
    }
  }
}
