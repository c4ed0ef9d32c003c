package microstorm.session.capacity;

import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.coordination.v1.Lease;
import io.fabric8.kubernetes.api.model.events.v1.Event;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import java.time.Clock;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Raises the minimum numbers of replicas before planned sessions and lowers them afterwards. Every
 * replica of this service runs it, and only the leader acts.
 */
@ApplicationScoped
class PreScaling {

  private static final Logger LOG = Logger.getLogger(PreScaling.class);
  private static final int SHUTDOWN_SECONDS = 5;

  private final PreScalingConfig config;
  private final Instance<KubernetesClient> clusters;
  private final PlannedSessions sessions;
  private final MeterRegistry registry;
  private final Clock clock;
  private final String replica;

  private ScheduledExecutorService scheduler;
  private ScheduledExecutorService election;
  private Leadership leadership;
  private boolean failing;

  PreScaling(
      PreScalingConfig config,
      Instance<KubernetesClient> clusters,
      PlannedSessions sessions,
      MeterRegistry registry,
      Clock clock,
      @ConfigProperty(name = "HOSTNAME", defaultValue = "session-service") String replica) {
    this.config = config;
    this.clusters = clusters;
    this.sessions = sessions;
    this.registry = registry;
    this.clock = clock;
    this.replica = replica;
  }

  /** Starts the pre-scaling. When it is off, this creates no client, no thread and no metric. */
  void start(@Observes StartupEvent event) {
    if (!config.enabled()) {
      return;
    }
    KubernetesClient cluster = clusters.get();
    String namespace = config.namespace().orElseGet(cluster::getNamespace);
    String release =
        config
            .release()
            .filter(name -> !name.isBlank())
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "microstorm.pre-scaling.release is not set. Set it to the value of the label"
                            + " app.kubernetes.io/instance of the release, or switch pre-scaling off."));
    PreScalingMetrics metrics = new PreScalingMetrics(registry);
    ApiErrors errors = new ApiErrors(metrics);
    Reconciler reconciler =
        new Reconciler(
            config,
            new ScaleTargets(cluster, namespace, release, config.maxReplicas()),
            new EventRecorder(cluster, namespace, replica, clock),
            metrics,
            errors);
    election = thread("pre-scaling-lease");
    leadership =
        new Leadership(
            cluster,
            new WatchedLock(Leadership.lease(namespace, release, replica), errors),
            config.lease(),
            metrics,
            election);
    election.execute(
        () -> {
          loadParsers(cluster);
          leadership.start();
        });
    scheduler = thread("pre-scaling");
    long millis = config.interval().toMillis();
    scheduler.scheduleWithFixedDelay(
        () -> reconcile(reconciler), millis, millis, TimeUnit.MILLISECONDS);
  }

  void stop(@Observes ShutdownEvent event) throws InterruptedException {
    if (leadership == null) {
      return;
    }
    scheduler.shutdown();
    scheduler.awaitTermination(SHUTDOWN_SECONDS, TimeUnit.SECONDS);
    election.execute(leadership::stop);
    election.shutdown();
    election.awaitTermination(SHUTDOWN_SECONDS, TimeUnit.SECONDS);
  }

  private void reconcile(Reconciler reconciler) {
    if (!leadership.isLeading()) {
      return;
    }
    try {
      reconciler.reconcile(sessions.around(clock.instant()), clock.instant());
      failing = false;
    } catch (RuntimeException e) {
      if (!failing) {
        LOG.warnf("The pre-scaling failed and will try again: %s", e);
      }
      failing = true;
    }
  }

  /**
   * Loads the parsers for the cluster's answers in advance. The client parses answers on the
   * threads that serve requests, and the first answer of each kind takes long.
   */
  private static void loadParsers(KubernetesClient cluster) {
    Stream.of(Lease.class, Deployment.class, HorizontalPodAutoscaler.class, Event.class)
        .forEach(kind -> cluster.getKubernetesSerialization().unmarshal("{}", kind));
  }

  private static ScheduledExecutorService thread(String name) {
    return Executors.newSingleThreadScheduledExecutor(
        runnable -> {
          Thread thread = new Thread(runnable, name);
          thread.setDaemon(true);
          return thread;
        });
  }
}
