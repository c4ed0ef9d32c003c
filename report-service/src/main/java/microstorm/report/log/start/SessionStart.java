package microstorm.report.log.start;

import microstorm.report.log.markup.SessionHeading;

/**
 * The place at which a session begins.
 *
 * @param line the index of its first line
 * @param level the level of its heading, 0 if it has none
 * @param own the heading in the log's own grammar; null in the general grammar
 * @param heading the heading in the general grammar; null if the session begins without one
 */
public record SessionStart(int line, int level, SessionHeading own, FoundHeading heading) {

  /** The number of lines of the heading. */
  public int headingLines() {
    return own != null ? 1 : heading == null ? 0 : heading.lines();
  }

  /** Whether number signs show the level of its heading. */
  public boolean marked() {
    return own != null || heading != null && heading.form() == FoundHeading.Form.ATX;
  }
}
