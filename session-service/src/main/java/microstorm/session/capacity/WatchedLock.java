package microstorm.session.capacity;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.extended.leaderelection.resourcelock.LeaderElectionRecord;
import io.fabric8.kubernetes.client.extended.leaderelection.resourcelock.Lock;
import java.util.function.Supplier;

/**
 * A lock whose refusals are told once and counted. The elector would print each with its stack
 * trace, and its log is switched off for that; what is no refusal would end its search in silence.
 */
record WatchedLock(Lock lock, ApiErrors troubles) implements Lock {

  private static final int CONFLICT = 409;
  private static final String WHAT = "take or keep the lease";

  @Override
  public LeaderElectionRecord get(KubernetesClient cluster) {
    return watched(() -> lock.get(cluster));
  }

  @Override
  public void create(KubernetesClient cluster, LeaderElectionRecord lease) {
    written(() -> lock.create(cluster, lease));
  }

  @Override
  public void update(KubernetesClient cluster, LeaderElectionRecord lease) {
    written(() -> lock.update(cluster, lease));
  }

  @Override
  public String identity() {
    return lock.identity();
  }

  @Override
  public String describe() {
    return lock.describe();
  }

  private void written(Runnable write) {
    watched(
        () -> {
          write.run();
          troubles.over(WHAT);
          return null;
        });
  }

  private <T> T watched(Supplier<T> action) {
    try {
      return action.get();
    } catch (KubernetesClientException refused) {
      if (refused.getCode() != CONFLICT) {
        troubles.met(WHAT, refused);
      }
      throw refused;
    } catch (RuntimeException unexpected) {
      KubernetesClientException failure =
          new KubernetesClientException(String.valueOf(unexpected.getMessage()), unexpected);
      troubles.met(WHAT, failure);
      throw failure;
    }
  }
}
