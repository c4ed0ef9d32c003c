package microstorm.report.log.render;

import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import microstorm.report.log.model.LayoutLine;
import microstorm.report.log.model.LogFrame;

/** Writes the text before the first session. */
final class FrameRenderer {
  private final LogWriter out;
  private final LogFrame frame;
  private final Iterator<String> standards;
  private final Iterator<String> notes;

  FrameRenderer(LogWriter out, LogFrame frame) {
    this.out = out;
    this.frame = frame;
    this.standards = frame.standards().iterator();
    this.notes = frame.notes().iterator();
  }

  void write() throws IOException {
    List<LayoutLine> lines = frame.lines().isEmpty() ? DefaultFormat.frame(frame) : frame.lines();
    for (LayoutLine line : lines) {
      switch (line.kind()) {
        case TITLE -> value(line, frame.title());
        case NOTE -> value(line, frame.note());
        case STANDARDS -> value(line, frame.standardsTitle());
        case STANDARD -> value(line, standards.hasNext() ? standards.next() : null);
        case TEXT -> value(line, notes.hasNext() ? notes.next() : null);
        default -> out.write(line.first());
      }
    }
    while (standards.hasNext()) {
      out.endLine("\n");
      out.write("-\t" + standards.next() + "\n");
    }
    while (notes.hasNext()) {
      out.blankLine("\n");
      out.write(notes.next() + "\n");
    }
  }

  private void value(LayoutLine line, String value) throws IOException {
    if (value != null) {
      out.write(line.filledWithLines(value, "\n  "));
    }
  }
}
