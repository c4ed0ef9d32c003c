package microstorm.report.log.render;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import microstorm.report.log.model.LogFrame;
import microstorm.report.log.model.RenderedSession;

/**
 * Writes a log. Parsed text that has not changed is written byte for byte. Changed and new text is
 * written in the format of the log around it, or otherwise in the format of the team's own log
 * ({@code ### Session : 1}, {@code **Date**: ...}).
 */
public final class LogRenderer {
  private LogRenderer() {}

  /**
   * A whole log.
   *
   * @param frame the text around the sessions; null if there is none
   * @param sessions the sessions in the desired order
   */
  public static String render(LogFrame frame, List<RenderedSession> sessions) {
    StringBuilder text = new StringBuilder();
    try {
      render(frame, sessions, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  /** Renders one session alone, from its heading to its last line. */
  public static String render(RenderedSession session) {
    return render(null, List.of(session));
  }

  /**
   * Renders a whole log and reads only one session at a time.
   *
   * @throws IOException if {@code out} throws one
   */
  public static void render(LogFrame frame, Iterable<RenderedSession> sessions, Appendable out)
      throws IOException {
    LogWriter writer = new LogWriter(out);
    if (frame != null) {
      if (frame.bom()) {
        out.append('\uFEFF');
      }
      new FrameRenderer(writer, frame).write();
    }
    boolean separate = false;
    for (RenderedSession session : sessions) {
      if (separate || session.layout() == null) {
        writer.blankLine("\n");
      }
      writer.endLine("\n");
      new SessionRenderer(writer, session).write();
      separate = session.layout() == null || session.layout().last();
    }
    writer.write(frame == null ? "" : frame.tail());
  }
}
