package microstorm.session.capacity;

import io.fabric8.kubernetes.api.model.MicroTime;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.ObjectReferenceBuilder;
import io.fabric8.kubernetes.api.model.events.v1.EventBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import microstorm.session.capacity.PlannedSession.Expected;

/** Tells the cluster of every decision, as an Event at the object that it is about. */
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

  void tell(ScaleTarget scalable, Decision decision, MinReplicas now, Expected expected, int each) {
    ObjectMeta object = scalable.object().getMetadata();
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
                .withEventTime(
                    new MicroTime(MICROS.format(clock.instant().truncatedTo(ChronoUnit.MICROS))))
                .withReportingController("microstorm/pre-scaling")
                .withReportingInstance(replica)
                .withAction("PreScaling")
                .withType("Normal")
                .withReason(decision.reason())
                .withNote(note(scalable, decision, now, expected, each))
                .withRegarding(
                    new ObjectReferenceBuilder()
                        .withApiVersion(scalable.object().getApiVersion())
                        .withKind(scalable.object().getKind())
                        .withName(object.getName())
                        .withNamespace(namespace)
                        .withUid(object.getUid())
                        .withResourceVersion(object.getResourceVersion())
                        .build())
                .build())
        .create();
  }

  static String note(
      ScaleTarget scalable, Decision decision, MinReplicas now, Expected expected, int each) {
    String why =
        "%d people are expected in %d planned sessions, a replica is for %d."
            .formatted(expected.people(), expected.sessions(), each);
    return switch (decision) {
      case RAISED ->
          "The least number of replicas of %s is raised from %d to %d of at most %d; %d is the operator's. %s"
              .formatted(
                  scalable.component().label(),
                  scalable.floor().value(),
                  now.value(),
                  scalable.most(),
                  now.operators(),
                  why);
      case LOWERED ->
          "The least number of replicas of %s is lowered from %d to %d. %s"
              .formatted(scalable.component().label(), scalable.floor().value(), now.value(), why);
      case LEFT ->
          "The least number of replicas of %s, %d, was set by somebody else while it was raised: it counts from now on. %s"
              .formatted(scalable.component().label(), now.value(), why);
    };
  }
}
