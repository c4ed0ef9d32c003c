package microstorm.report.platform;

/**
 * One point of the comparison and how this deployment does on it. It is public, so it names no
 * node, image or host.
 *
 * @param point the point's stable name
 * @param title the point, after the words of the log
 * @param sentence the current state, or what is missing
 */
public record PlatformRow(String point, String title, State state, String sentence) {

  static PlatformRow of(Point point, Finding finding) {
    return new PlatformRow(point.label(), point.title(), finding.state(), finding.sentence());
  }
}
