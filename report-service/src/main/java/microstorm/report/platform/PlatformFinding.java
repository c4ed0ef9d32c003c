package microstorm.report.platform;

import microstorm.report.platform.check.Finding;
import microstorm.report.platform.check.State;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One point of the comparison and the result of this deployment. It is public, so it names no node,
 * image or host.
 */
@Schema(description = "A point of the comparison and how this deployment does on it.")
public record PlatformFinding(
    @Schema(description = "The point.") Point point,
    @Schema(
            description = "The point in the words of the log.",
            examples = "Kubernetes: fault-tolerant")
        String title,
    @Schema(description = "Whether this deployment fulfils the point.") State state,
    @Schema(
            description = "The current state, or what is missing, as a sentence or more.",
            examples = "idea-service has no HorizontalPodAutoscaler.")
        String sentence) {

  static PlatformFinding of(Point point, Finding finding) {
    return new PlatformFinding(point, point.title(), finding.state(), finding.sentence());
  }
}
