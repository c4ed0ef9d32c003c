package microstorm.report.platform;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The comparison of Compose and Kubernetes, for the deployment that answers. */
@Schema(
    description =
        "The result of this deployment on each point of the comparison of Compose, Swarm and"
            + " Kubernetes.")
public record PlatformReport(
    @Schema(description = "The environment of this deployment.") Environment environment,
    @Schema(description = "The time of the report.") Instant reportedAt,
    @Schema(description = "The points, in the order of the comparison.")
        List<PlatformFinding> findings) {}
