package microstorm.report.platform;

import java.time.Instant;
import java.util.List;
import microstorm.report.platform.check.Evidence;
import microstorm.report.platform.check.Finding;
import microstorm.report.platform.check.State;

/**
 * The platform report for the operator, with the evidence for each point: the cluster's objects,
 * nodes, images and hosts.
 */
record PlatformDetails(
    Environment environment, Instant reportedAt, List<DetailedFinding> findings) {

  /** One point of the comparison. */
  record DetailedFinding(
      Point point, String title, State state, String sentence, List<Evidence> evidence) {

    static DetailedFinding of(Point point, Finding finding) {
      return new DetailedFinding(
          point, point.title(), finding.state(), finding.sentence(), finding.evidence());
    }
  }
}
