package microstorm.report.platform;

import microstorm.report.platform.check.Finding;
import microstorm.report.platform.check.State;

/**
 * One point of the comparison and the result of this deployment. It is public, so it names no node,
 * image or host.
 *
 * @param point the point's stable name
 * @param title the point in the words of the log
 * @param sentence the current state, or the reason why the point is not fulfilled
 */
public record PlatformRow(String point, String title, State state, String sentence) {

  static PlatformRow of(Point point, Finding finding) {
    return new PlatformRow(point.label(), point.title(), finding.state(), finding.sentence());
  }
}
