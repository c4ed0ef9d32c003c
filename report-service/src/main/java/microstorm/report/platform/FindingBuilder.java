package microstorm.report.platform;

import java.util.ArrayList;
import java.util.List;
import microstorm.report.platform.cluster.Cluster;
import microstorm.report.platform.cluster.Listing;

/** What is noted about a point while the cluster's objects are gone through. */
final class FindingBuilder {

  private final List<Evidence> evidence = new ArrayList<>();
  private final List<String> missing = new ArrayList<>();
  private boolean blind;

  /** What the point cannot be judged without. */
  FindingBuilder needs(Listing<?>... kinds) {
    for (Listing<?> kind : kinds) {
      if (kind.hidden() != null) {
        evidence.add(new Evidence(kind.resource(), kind.hidden()));
        blind = true;
      }
    }
    return this;
  }

  /** The services' Deployments: one that is not there is missing, whatever the point is. */
  FindingBuilder needsServices(Cluster cluster) {
    needs(cluster.deployments());
    for (String service : Cluster.SERVICES) {
      missing(
          cluster.deployments().hidden() == null && cluster.deploymentsOf(service).isEmpty(),
          "%s has no Deployment with this release's labels.",
          service);
    }
    return this;
  }

  void fact(String object, String fact) {
    evidence.add(new Evidence(object, fact));
  }

  void missing(boolean isMissing, String sentence, Object... words) {
    if (isMissing) {
      missing.add(sentence.formatted(words));
    }
  }

  List<Evidence> evidence() {
    return evidence;
  }

  /**
   * What follows.
   *
   * @param good the sentence when nothing is missing
   * @param otherwise what it is when something is missing
   */
  Finding finding(String good, State otherwise) {
    if (!missing.isEmpty()) {
      return new Finding(otherwise, String.join(" ", missing), evidence);
    }
    return blind
        ? new Finding(
            State.UNKNOWN, "It cannot be seen from here: the evidence says why.", evidence)
        : new Finding(State.YES, good, evidence);
  }
}
