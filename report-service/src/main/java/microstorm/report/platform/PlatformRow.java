package microstorm.report.platform;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * One point of the comparison and what this deployment does about it.
 *
 * @param point the point's stable name
 * @param title the point as the log has it
 * @param sentence what is so, or what is missing
 * @param evidence absent for whom it is not meant
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PlatformRow(
    String point, String title, State state, String sentence, List<Evidence> evidence) {

  static PlatformRow of(Point point, Finding finding, boolean withEvidence) {
    return new PlatformRow(
        point.label(),
        point.title(),
        finding.state(),
        finding.sentence(),
        withEvidence ? finding.evidence() : null);
  }
}
