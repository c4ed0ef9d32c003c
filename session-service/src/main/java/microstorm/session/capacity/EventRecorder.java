package microstorm.session.capacity;

import io.fabric8.kubernetes.api.model.MicroTime;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.ObjectReferenceBuilder;
import io.fabric8.kubernetes.api.model.events.v1.EventBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import microstorm.session.capacity.PlannedSession.Expected;

/** Records every decision as a Kubernetes Event of the changed object. */
final class EventRecorder {

  private static final DateTimeFormatter MICROS =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

  private final KubernetesClient cluster;
  private final String namespace;
  private final String replica;
  private final Clock clock;

  EventRecorder(KubernetesClient cluster, String namespace, String replica, Clock clock) {
    this.cluster = cluster;
    this.namespace = namespace;
    this.replica = replica;
    this.clock = clock;
  }

  void record(ScaleTarget target, Decision decision, MinReplicas now, Expected expected, int each) {
    ObjectMeta object = target.object().getMetadata();
    cluster
        .events()
        .v1()
        .events()
        .inNamespace(namespace)
        .resource(
            new EventBuilder()
                .withNewMetadata()
                .withGenerateName(object.getName() + "-")
                .withNamespace(namespace)
                .endMetadata()
                .withEventTime(new MicroTime(MICROS.format(clock.instant())))
                .withReportingController("microstorm/pre-scaling")
                .withReportingInstance(replica)
                .withAction("PreScaling")
                .withType("Normal")
                .withReason(decision.reason())
                .withNote(note(target, decision, now, expected, each))
                .withRegarding(
                    new ObjectReferenceBuilder()
                        .withApiVersion(target.object().getApiVersion())
                        .withKind(target.object().getKind())
                        .withName(object.getName())
                        .withNamespace(namespace)
                        .withUid(object.getUid())
                        .withResourceVersion(object.getResourceVersion())
                        .build())
                .build())
        .create();
  }

  static String note(
      ScaleTarget target, Decision decision, MinReplicas now, Expected expected, int each) {
    String why =
        "%d people are expected in %d planned sessions, and one replica serves %d."
            .formatted(expected.people(), expected.sessions(), each);
    return switch (decision) {
      case RAISED ->
          ("The minimum number of replicas of %s is raised from %d to %d of at most %d;"
                  + " the operator set %d. %s")
              .formatted(
                  target.component().label(),
                  target.floor().value(),
                  now.value(),
                  target.most(),
                  now.operators(),
                  why);
      case LOWERED ->
          "The minimum number of replicas of %s is lowered from %d to %d. %s"
              .formatted(target.component().label(), target.floor().value(), now.value(), why);
      case LEFT ->
          ("The minimum number of replicas of %s was set to %d by somebody else while it was"
                  + " raised, and stays there. %s")
              .formatted(target.component().label(), now.value(), why);
    };
  }
}
