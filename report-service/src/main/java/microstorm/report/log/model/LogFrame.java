package microstorm.report.log.model;

import java.util.List;

/**
 * A log without its sessions: the text before the first session and the white space at the end.
 *
 * @param bom whether the text began with a byte order mark
 * @param title the log's own heading; null if it has none
 * @param note the text of its {@code **Note:**}; null if it has none
 * @param standardsTitle the heading above the standards; null if there are none
 * @param standards the team's standards, in order
 * @param notes every other line that is not blank, in order
 * @param lines the layout; empty for a frame that does not come from a log
 * @param tail the white space after the last session
 */
public record LogFrame(
    boolean bom,
    String title,
    String note,
    String standardsTitle,
    List<String> standards,
    List<String> notes,
    List<LayoutLine> lines,
    String tail) {
  public LogFrame {
    standards = List.copyOf(standards);
    notes = List.copyOf(notes);
    lines = List.copyOf(lines);
  }
}
