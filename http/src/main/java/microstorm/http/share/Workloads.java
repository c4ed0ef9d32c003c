package microstorm.http.share;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The queues of the kinds of work. */
@ApplicationScoped
class Workloads {

  private static final String PREFIX = "microstorm.workloads";

  private final WorkloadsConfig config;
  private final Map<String, FairQueue> queues = new ConcurrentHashMap<>();

  Workloads(WorkloadsConfig config) {
    this.config = config;
  }

  /** A share that is greater than the whole has no effect, so the setting is a mistake. */
  void requireSharesWithinTotals(@Observes StartupEvent event) {
    config
        .byName()
        .forEach(
            (kind, limits) -> {
              requireShares(kind + ".running", running(limits));
              requireShares(kind + ".waiting", waiting(limits));
            });
  }

  private static void requireShares(String limit, Shares shares) {
    requireAtMost(limit + "-per-team", shares.perTeam(), limit, shares.total());
    requireAtMost(limit + "-per-client", shares.perClient(), limit + "-per-team", shares.perTeam());
  }

  private static void requireAtMost(String part, long size, String whole, long most) {
    if (size > most) {
      throw new IllegalArgumentException(
          "%1$s.%2$s is %3$d. It must be at most %1$s.%4$s, which is %5$d."
              .formatted(PREFIX, part, size, whole, most));
    }
  }

  WorkloadsConfig.Limits limits(String kind) {
    return config.byName().get(kind);
  }

  FairQueue queue(String kind) {
    return queues.computeIfAbsent(kind, name -> queue(name, limits(name)));
  }

  private static FairQueue queue(String name, WorkloadsConfig.Limits limits) {
    return new FairQueue(
        name,
        running(limits),
        limits.restPercent(),
        waiting(limits),
        limits.patience(),
        System::nanoTime);
  }

  private static Shares running(WorkloadsConfig.Limits limits) {
    return new Shares(limits.running(), limits.runningPerTeam(), limits.runningPerClient());
  }

  private static Shares waiting(WorkloadsConfig.Limits limits) {
    return new Shares(limits.waiting(), limits.waitingPerTeam(), limits.waitingPerClient());
  }
}
