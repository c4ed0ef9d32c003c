package microstorm.report.platform;

import static microstorm.report.platform.check.State.NO;
import static microstorm.report.platform.check.State.PARTLY;
import static microstorm.report.platform.check.State.UNKNOWN;
import static microstorm.report.platform.check.State.YES;
import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import microstorm.report.platform.check.AutoscalingCheck;
import microstorm.report.platform.check.DatabaseLocation;
import microstorm.report.platform.check.FaultTolerance;
import microstorm.report.platform.check.Finding;
import microstorm.report.platform.check.Installation;
import microstorm.report.platform.check.NetworkChecks;
import microstorm.report.platform.check.ResourceUse;
import microstorm.report.platform.check.Rollout;
import microstorm.report.platform.check.State;
import microstorm.report.platform.cluster.Cluster;
import microstorm.report.platform.cluster.Listing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The finding for each point follows from the cluster's objects. */
class PointsTest {

  private static Arguments row(
      Function<Cluster, Finding> check, List<HasMetadata> objects, State state, String sentence) {
    return Arguments.of(check, Release.cluster(objects), state, sentence);
  }

  private static List<HasMetadata> without(Class<?> kind) {
    return Release.good().stream().filter(object -> !kind.isInstance(object)).toList();
  }

  static Stream<Arguments> rows() {
    List<HasMetadata> good = Release.good();
    return Stream.of(
        row(Installation::oneCommand, good, YES, "helm install creates"),
        row(Installation::oneCommand, List.of(), NO, "idea-service has no Deployment"),
        row(
            Installation::oneCommand,
            Release.with("managed-by: Helm", "managed-by: hand"),
            YES,
            "kubectl apply"),
        row(Installation::lifecycle, good, YES, "kubectl scale"),
        row(Installation::scaleParameter, good, YES, "same image"),
        row(
            Installation::scaleParameter,
            Release.with(
                "spec: {nodeName: node2, containers: [{name: service, image: \"microstorm/idea",
                "spec: {nodeName: node2, containers: [{name: service, image: \"other/idea"),
            PARTLY,
            "idea-service runs 2 images"),
        row(FaultTolerance::of, good, YES, "several ready replicas"),
        row(
            FaultTolerance::of,
            Release.with("replicas: 2", "replicas: 1"),
            NO,
            "idea-service has one replica."),
        row(
            FaultTolerance::of,
            Release.with("readyReplicas: 2", "readyReplicas: 1"),
            NO,
            "1 of 2 replicas ready"),
        row(
            FaultTolerance::of,
            Release.with("nodeName: node2, containers", "nodeName: node1, containers"),
            PARTLY,
            "on the same node"),
        row(FaultTolerance::of, without(PodDisruptionBudget.class), PARTLY, "disruption budget"),
        row(
            FaultTolerance::of,
            Release.with("livenessProbe", "startupProbe"),
            PARTLY,
            "no readiness and liveness probes"),
        row(AutoscalingCheck::of, good, YES, "follows its load"),
        row(AutoscalingCheck::of, without(HorizontalPodAutoscaler.class), NO, "has no Horizontal"),
        row(
            AutoscalingCheck::of,
            Release.with("ScalingActive, status: \"True\"", "ScalingActive, status: \"False\""),
            PARTLY,
            "receives no measurements"),
        row(ResourceUse::of, good, YES, "memory is limited"),
        row(
            ResourceUse::of,
            Release.with("limits: {memory: 512Mi}", "limits: {}"),
            PARTLY,
            "is not limited"),
        row(
            ResourceUse::of,
            Release.with("requests: {cpu: 250m, memory: 320Mi}", "requests: {cpu: 250m}"),
            NO,
            "does not request both"),
        row(
            ResourceUse::of,
            Release.with(
                "restartCount: 1}",
                "restartCount: 1, lastState: {terminated: {reason: OOMKilled}}}"),
            PARTLY,
            "killed because it ran out of memory"),
        row(NetworkChecks::discovery, good, YES, "found by its name"),
        row(
            NetworkChecks::discovery,
            Release.with("{ready: true}", "{ready: false}"),
            NO,
            "no Service with a ready address"),
        row(NetworkChecks::outside, good, YES, "from outside"),
        row(NetworkChecks::outside, without(Ingress.class), NO, "only Pods of the cluster"),
        row(Rollout::of, good, YES, "the last rollout is complete"),
        row(
            Rollout::of,
            Release.with("maxUnavailable: 0", "maxUnavailable: 25%"),
            NO,
            "fewer replicas"),
        row(
            Rollout::of,
            Release.with("observedGeneration: 1", "observedGeneration: 0"),
            PARTLY,
            "in progress"),
        row(
            Rollout::of,
            Release.with("availableReplicas: 2", "availableReplicas: 1"),
            PARTLY,
            "in progress"),
        row(Installation::scaleParameter, List.of(), NO, "has no Deployment"),
        row(FaultTolerance::of, List.of(), NO, "has no Deployment"),
        row(AutoscalingCheck::of, List.of(), NO, "has no Deployment"),
        row(ResourceUse::of, List.of(), NO, "has no Deployment"),
        row(NetworkChecks::discovery, List.of(), NO, "no Service with a ready address"),
        row(Rollout::of, List.of(), NO, "has no Deployment"));
  }

  @ParameterizedTest
  @MethodSource("rows")
  void followFromTheObjects(
      Function<Cluster, Finding> check, Cluster cluster, State state, String sentence) {
    Finding finding = check.apply(cluster);
    assertThat(finding.sentence()).contains(sentence);
    assertThat(finding.state()).isEqualTo(state);
  }

  private static List<String> facts(Finding finding) {
    return finding.evidence().stream().map(e -> e.object() + ": " + e.fact()).toList();
  }

  @Test
  void theEvidenceIsWhatTheObjectsSay() {
    Cluster cluster = Release.cluster(Release.good());
    assertThat(facts(FaultTolerance.of(cluster)))
        .contains(
            "Deployment any-idea-service: 2 of 2 replicas ready",
            "Pod any-idea-service-1: ready on node1 in zone zone-a, 1 restarts",
            "PodDisruptionBudget any-idea-service: 2 of 2 healthy, 1 may be disrupted");
    assertThat(facts(AutoscalingCheck.of(cluster)))
        .contains(
            "HorizontalPodAutoscaler any-idea-service: 2 replicas now, 2 wanted, 2 to 6",
            "HorizontalPodAutoscaler any-idea-service: cpu at 35 %, target 70 %");
    assertThat(facts(ResourceUse.of(cluster)))
        .contains(
            "Deployment any-idea-service: service requests cpu 250m, memory 320Mi, limited to cpu"
                + " -, memory 512Mi");
    assertThat(facts(NetworkChecks.discovery(cluster)))
        .contains("Service any-idea-service: 2 of 2 addresses ready");
    assertThat(facts(NetworkChecks.outside(cluster)))
        .contains("Ingress any: hosts storm.example, with TLS");
    assertThat(facts(Rollout.of(cluster)))
        .contains(
            "Deployment any-idea-service: revision 3 of microstorm/idea-service:0.1.0, generation 1"
                + " of 1 observed, 2 of 2 replicas updated");
    assertThat(Stream.of(FaultTolerance.of(cluster), NetworkChecks.discovery(cluster)).toString())
        .doesNotContain("10.0.0.");
  }

  @Test
  void showsAMinimumThatWasRaisedForAPlannedSession() {
    Cluster cluster =
        Release.cluster(
            Release.with(
                "metadata: {name: any-idea-service, namespace: here, labels: {app.kubernetes.io/name:"
                    + " microstorm}}\nspec:\n",
                "metadata: {name: any-idea-service, namespace: here, annotations:"
                    + " {microstorm/pre-scaling-floor: \"1\"}}\nspec:\n"));
    assertThat(facts(AutoscalingCheck.of(cluster)))
        .contains(
            "HorizontalPodAutoscaler any-idea-service: raised from 1 before planned sessions");
  }

  @Test
  void aPointIsUnknownIfTheServiceMayNotReadTheObjectsItNeeds() {
    Cluster all = Release.cluster(Release.good());
    Cluster cluster =
        new Cluster(
            all.deployments(),
            all.pods(),
            all.scalers(),
            Listing.not("poddisruptionbudgets", "no right to list poddisruptionbudgets"),
            all.endpoints(),
            all.ingresses(),
            all.routes());
    Finding finding = FaultTolerance.of(cluster);
    assertThat(finding.state()).isEqualTo(UNKNOWN);
    assertThat(facts(finding))
        .contains("poddisruptionbudgets: no right to list poddisruptionbudgets");
    assertThat(Rollout.of(cluster).state()).isEqualTo(YES);
  }

  @ParameterizedTest
  @CsvSource({
    "jdbc:postgresql://db.example:5432/reports?password=secret, TLSv1.3, YES, db.example",
    "jdbc:postgresql://db.example/reports, '', PARTLY, db.example",
    "jdbc:postgresql://db.example/reports, , UNKNOWN, db.example",
    "jdbc:postgresql://mine-postgres:5432/reports, '', NO, mine-postgres",
    "jdbc:postgresql://mine-postgres.here.svc:5432/reports, TLSv1.3, NO, mine-postgres.here.svc",
    "jdbc:postgresql://127.0.0.1:5432/reports, '', NO, 127.0.0.1",
    "jdbc:postgresql:reports, '', NO, localhost",
    "'jdbc:postgresql://one.example:5432,two.example/reports', TLSv1.3, YES, one.example",
    "jdbc:otel:postgresql://db.example/reports, TLSv1.3, YES, db.example"
  })
  void theDatabaseIsEmbeddedOrRemote(String url, String encryption, State state, String host) {
    Finding finding =
        DatabaseLocation.look(url, Optional.ofNullable(encryption), List.of("mine-postgres"));
    assertThat(finding.state()).isEqualTo(state);
    assertThat(facts(finding).get(0)).startsWith("database: host " + host + ",");
    assertThat(finding.toString()).doesNotContain("secret");
  }
}
