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

/** Whether this replica is the one that decides: it holds the release's Lease. */
final class Leadership {

  private static final Logger LOG = Logger.getLogger(Leadership.class);

  private final KubernetesClient cluster;
  private final Lock lock;
  private final Duration lease;
  private final PreScalingMetrics meters;
  private final Executor thread;
  private volatile boolean leading;
  private volatile boolean stopped;
  private volatile CompletableFuture<?> election;

  /**
   * @param lease how long a leader that has gone without a word is waited for
   * @param thread where the lease is looked at; nothing that takes long runs there
   */
  Leadership(
      KubernetesClient cluster,
      Lock lock,
      Duration lease,
      PreScalingMetrics meters,
      Executor thread) {
    this.cluster = cluster;
    this.lock = lock;
    this.lease = lease;
    this.meters = meters;
    this.thread = thread;
  }

  /** The lease of a release. */
  static Lock lease(String namespace, String release, String replica) {
    return new LeaseLock(namespace, release + "-pre-scaling", replica);
  }

  boolean isLeading() {
    return leading;
  }

  /** Stands for election, and again whenever the lease was lost. */
  void start() {
    AtomicBoolean over = new AtomicBoolean();
    Runnable end = () -> end(over);
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

  /** An election that ends while the cluster is out of reach says so in one of two ways only. */
  private void end(AtomicBoolean over) {
    if (over.compareAndSet(false, true)) {
      lead(false);
      if (!stopped) {
        thread.execute(this::start);
      }
    }
  }

  /** Gives the lease back, so that nobody has to wait for its end. */
  void stop() {
    stopped = true;
    if (election != null) {
      election.cancel(true);
    }
  }

  private void lead(boolean leads) {
    if (leading != leads) {
      LOG.infof(
          leads ? "This replica leads the pre-scaling." : "Another may lead the pre-scaling.");
    }
    leading = leads;
    meters.leading(leads);
  }
}
