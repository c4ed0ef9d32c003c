package microstorm.report.log.model;

import java.util.List;

/**
 * The layout of one session. Together with the unchanged content it yields the session's text byte
 * for byte.
 *
 * @param lines the elements in the order of the text
 * @param last whether the session was the last of its log; the white space after it is then the
 *     tail of the frame
 */
public record SessionLayout(List<LayoutLine> lines, boolean last) {
  public SessionLayout {
    lines = List.copyOf(lines);
  }
}
