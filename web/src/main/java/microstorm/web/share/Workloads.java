package microstorm.web.share;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The queues of the kinds of work. */
@ApplicationScoped
class Workloads {

  private final WorkloadsConfig config;
  private final Map<String, FairQueue> queues = new ConcurrentHashMap<>();

  Workloads(WorkloadsConfig config) {
    this.config = config;
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
        new Shares(limits.running(), limits.runningPerTeam(), limits.runningPerClient()),
        new Shares(limits.waiting(), limits.waitingPerTeam(), limits.waitingPerClient()),
        limits.patience());
  }
}
