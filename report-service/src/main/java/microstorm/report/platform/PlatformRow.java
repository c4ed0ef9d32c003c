package microstorm.report.platform;

/**
 * One point of the comparison and what this deployment does about it. It names no node, no image
 * and no host: everybody may read it.
 *
 * @param point the point's stable name
 * @param title the point as the log has it
 * @param sentence what is so, or what is missing
 */
public record PlatformRow(String point, String title, State state, String sentence) {

  static PlatformRow of(Point point, Finding finding) {
    return new PlatformRow(point.label(), point.title(), finding.state(), finding.sentence());
  }
}
