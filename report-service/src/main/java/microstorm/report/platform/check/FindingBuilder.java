package microstorm.report.platform.check;

import java.util.ArrayList;
import java.util.List;
import microstorm.report.platform.cluster.Cluster;
import microstorm.report.platform.cluster.Listing;

/** Collects evidence and shortcomings for a point during a check of the cluster's objects. */
final class FindingBuilder {

  private final List<Evidence> evidence = new ArrayList<>();
  private final List<String> missing = new ArrayList<>();
  private boolean blind;

  /** Declares the kinds of objects without which the point cannot be judged. */
  FindingBuilder needs(Listing<?>... kinds) {
    for (Listing<?> kind : kinds) {
      if (kind.hidden() != null) {
        evidence.add(new Evidence(kind.resource(), kind.hidden()));
        blind = true;
      }
    }
    return this;
  }

  /**
   * Declares that the point needs the services' Deployments. An absent one is a shortcoming of
   * every point.
   */
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
   * The finding that follows from the notes.
   *
   * @param good the sentence if nothing is missing
   * @param otherwise the state if something is missing
   */
  Finding finding(String good, State otherwise) {
    if (!missing.isEmpty()) {
      return new Finding(otherwise, String.join(" ", missing), evidence);
    }
    return blind
        ? new Finding(
            State.UNKNOWN,
            "This service cannot read the objects that this point needs; the operator's report"
                + " says why.",
            evidence)
        : new Finding(State.YES, good, evidence);
  }
}
