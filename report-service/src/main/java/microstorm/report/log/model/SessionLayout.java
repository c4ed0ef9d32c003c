package microstorm.report.log.model;

import java.util.List;

/**
 * How one session was written. With the session's unchanged structure it gives back the session's
 * text byte for byte.
 *
 * @param lines the pieces in the order of the text
 * @param last whether the session was the last of its log: the white space behind it is then the
 *     frame's tail
 */
public record SessionLayout(List<LayoutLine> lines, boolean last) {
  public SessionLayout {
    lines = List.copyOf(lines);
  }
}
