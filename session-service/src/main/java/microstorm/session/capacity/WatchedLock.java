package microstorm.session.capacity;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.extended.leaderelection.resourcelock.LeaderElectionRecord;
import io.fabric8.kubernetes.client.extended.leaderelection.resourcelock.Lock;
import java.util.function.Supplier;

/**
 * A lock that logs refusals once and counts them. The elector would log each with its stack trace,
 * so its log is switched off. Other exceptions would end the election silently, so they become
 * refusals too.
 */
record WatchedLock(Lock lock, ApiErrors errors) implements Lock {

  private static final int CONFLICT = 409;
  private static final String ACTION = "take or keep the lease";

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
          errors.succeeded(ACTION);
          return null;
        });
  }

  private <T> T watched(Supplier<T> action) {
    try {
      return action.get();
    } catch (KubernetesClientException refused) {
      if (refused.getCode() != CONFLICT) {
        errors.failed(ACTION, refused);
      }
      throw refused;
    } catch (RuntimeException unexpected) {
      KubernetesClientException failure =
          new KubernetesClientException(String.valueOf(unexpected.getMessage()), unexpected);
      errors.failed(ACTION, failure);
      throw failure;
    }
  }
}
