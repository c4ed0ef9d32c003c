package microstorm.session.capacity;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.extended.leaderelection.LeaderCallbacks;
import io.fabric8.kubernetes.client.extended.leaderelection.LeaderElectionConfig;
import io.fabric8.kubernetes.client.extended.leaderelection.LeaderElector;
import io.fabric8.kubernetes.client.extended.leaderelection.resourcelock.LeaseLock;
import io.fabric8.kubernetes.client.extended.leaderelection.resourcelock.Lock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/** Elects the replica that decides: it holds the Lease of the release. */
final class Leadership {

  private static final Logger LOG = Logger.getLogger(Leadership.class);

  private final KubernetesClient cluster;
  private final Lock lock;
  private final Duration lease;
  private final PreScalingMetrics metrics;
  private final Executor thread;
  private volatile boolean leading;
  private volatile boolean stopped;
  private volatile CompletableFuture<?> election;

  /**
   * @param lease how long the others wait for a leader that has disappeared
   * @param thread the thread that renews the lease; nothing slow may run there
   */
  Leadership(
      KubernetesClient cluster,
      Lock lock,
      Duration lease,
      PreScalingMetrics metrics,
      Executor thread) {
    this.cluster = cluster;
    this.lock = lock;
    this.lease = lease;
    this.metrics = metrics;
    this.thread = thread;
  }

  /** The lock for the Lease of a release. */
  static Lock lease(String namespace, String release, String replica) {
    return new LeaseLock(namespace, release + "-pre-scaling", replica);
  }

  boolean isLeading() {
    return leading;
  }

  /** Takes part in the election, and again after each loss of the lease. */
  void start() {
    AtomicBoolean ended = new AtomicBoolean();
    Runnable end = () -> end(ended);
    LeaderElectionConfig rules =
        new LeaderElectionConfig(
            lock,
            lease,
            lease.multipliedBy(2).dividedBy(3),
            lease.dividedBy(6),
            new LeaderCallbacks(() -> lead(true), end, leader -> {}),
            true,
            lock.describe());
    election = new LeaderElector(cluster, rules, thread).start();
    election.whenComplete((done, failure) -> end.run());
  }

  /**
   * Handles the end of an election once. It is reported in two ways, and while the cluster is
   * unavailable in only one of them.
   */
  private void end(AtomicBoolean ended) {
    if (ended.compareAndSet(false, true)) {
      lead(false);
      if (!stopped) {
        thread.execute(this::start);
      }
    }
  }

  /** Releases the lease, so that nobody has to wait for its expiry. */
  void stop() {
    stopped = true;
    if (election != null) {
      election.cancel(true);
    }
  }

  private void lead(boolean leads) {
    if (leading != leads) {
      LOG.infof(
          leads
              ? "This replica leads the pre-scaling."
              : "This replica no longer leads the pre-scaling.");
    }
    leading = leads;
    metrics.leading(leads);
  }
}
