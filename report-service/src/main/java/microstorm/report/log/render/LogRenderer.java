package microstorm.report.log.render;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import microstorm.report.log.model.LogFrame;
import microstorm.report.log.model.RenderedSession;

/**
 * Writes a log. What was parsed and has not changed comes back byte for byte; what has changed or
 * is new is written in the format of the log around it, or else in that of the team's own log
 * ({@code ### Session : 1}, {@code **Date**: ...}).
 */
public final class LogRenderer {
  private LogRenderer() {}

  /**
   * A whole log.
   *
   * @param frame what is around the sessions; null for nothing
   * @param sessions in the order they are to have
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

  /** One session alone, from its heading to its last line. */
  public static String render(RenderedSession session) {
    return render(null, List.of(session));
  }

  /**
   * A whole log, piece by piece: only one session at a time is looked at.
   *
   * @throws IOException if {@code out} does
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
    boolean apart = false;
    for (RenderedSession session : sessions) {
      if (apart || session.layout() == null) {
        writer.blankLine("\n");
      }
      writer.endLine("\n");
      new SessionRenderer(writer, session).write();
      apart = session.layout() == null || session.layout().last();
    }
    writer.write(frame == null ? "" : frame.tail());
  }
}
