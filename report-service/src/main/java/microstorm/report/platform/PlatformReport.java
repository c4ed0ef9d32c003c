package microstorm.report.platform;

import java.time.Instant;
import java.util.List;

/**
 * The comparison of Compose and Kubernetes, for the deployment that answers.
 *
 * @param environment kubernetes, compose or local
 * @param at the time of the report
 * @param rows the points, in the order of the comparison
 */
public record PlatformReport(Environment environment, Instant at, List<PlatformRow> rows) {}
