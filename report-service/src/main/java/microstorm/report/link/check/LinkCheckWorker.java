package microstorm.report.link.check;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;

/** Checks the addresses that this replica claims, each in a thread of its own. */
@ApplicationScoped
class LinkCheckWorker {

  private static final Logger LOG = Logger.getLogger(LinkCheckWorker.class);

  /** An address that was claimed more often is given up. */
  static final int MOST_ATTEMPTS = 5;

  private static final long IDLE_SECONDS = 10;

  private final LinkCheckConfig config;
  private final LinkCheckQueue queue;
  private final LinkCheckResults results;
  private final LinkProbe probe;
  private final ThreadPoolExecutor threads;
  private final AtomicInteger busy = new AtomicInteger();

  LinkCheckWorker(
      LinkCheckConfig config, LinkCheckQueue queue, LinkCheckResults results, LinkProbe probe) {
    this.config = config;
    this.queue = queue;
    this.results = results;
    this.probe = probe;
    this.threads =
        new ThreadPoolExecutor(
            config.running(),
            config.running(),
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            task -> {
              Thread thread = new Thread(task, "link-check");
              thread.setDaemon(true);
              return thread;
            });
    threads.allowCoreThreadTimeOut(true);
  }

  @PreDestroy
  void stop() {
    threads.shutdownNow();
  }

  @Scheduled(
      every = "${microstorm.links.check.poll:1s}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void claim() {
    int free = config.running() - busy.get();
    if (!config.enabled() || free <= 0) {
      return;
    }
    try {
      List<LinkClaim> claims = QuarkusTransaction.requiringNew().call(() -> queue.claim(free));
      claims.forEach(this::start);
    } catch (RuntimeException failure) {
      LOG.debugf("Links cannot be checked at the moment: %s", failure);
    }
  }

  private void start(LinkClaim claim) {
    busy.incrementAndGet();
    threads.execute(
        () -> {
          try {
            check(claim);
          } finally {
            busy.decrementAndGet();
          }
        });
  }

  /** Without a result, another replica checks the address again after the lease. */
  private void check(LinkClaim claim) {
    try {
      if (claim.address() == null) {
        QuarkusTransaction.requiringNew().run(() -> results.drop(claim));
        return;
      }
      ProbeResult result = result(claim);
      QuarkusTransaction.requiringNew().run(() -> results.complete(claim, result));
    } catch (TryLater later) {
      release(claim);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException failure) {
      LOG.warnf("An address could not be checked: %s", failure);
    }
  }

  private ProbeResult result(LinkClaim claim) throws TryLater, InterruptedException {
    return claim.attempts() > MOST_ATTEMPTS
        ? ProbeResult.unreachable(
            "given-up", "could not be checked in %d attempts".formatted(MOST_ATTEMPTS))
        : probe.check(claim.teamId(), claim.address());
  }

  private void release(LinkClaim claim) {
    try {
      QuarkusTransaction.requiringNew().run(() -> results.release(claim));
    } catch (RuntimeException failure) {
      LOG.debugf("An address is checked again only after its lease: %s", failure);
    }
  }
}
