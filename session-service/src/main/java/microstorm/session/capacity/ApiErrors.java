package microstorm.session.capacity;

import io.fabric8.kubernetes.client.KubernetesClientException;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/**
 * Counts the requests that the cluster refuses, and logs each kind once until it succeeds again.
 */
final class ApiErrors {

  private static final Logger LOG = Logger.getLogger(ApiErrors.class);

  /** 422 means that a patch did not find what it tests for. */
  private static final Set<Integer> CONFLICTS = Set.of(409, 422);

  private final PreScalingMetrics metrics;
  private final Map<String, String> reported = new ConcurrentHashMap<>();

  ApiErrors(PreScalingMetrics metrics) {
    this.metrics = metrics;
  }

  /**
   * Runs an action that the cluster may refuse.
   *
   * @param what the action as it follows "could not"
   */
  void guard(String what, Runnable action) {
    try {
      action.run();
      succeeded(what);
    } catch (KubernetesClientException refused) {
      failed(what, refused);
    }
  }

  /** Records a success, so that the next failure is logged again. */
  void succeeded(String what) {
    if (reported.remove(what) != null) {
      LOG.infof("Pre-scaling recovered: it could %s.", what);
    }
  }

  /** Records a refusal or a missing answer. The action is tried again in the next round. */
  void failed(String what, KubernetesClientException refused) {
    int code = refused.getCode();
    String reason = reason(code);
    metrics.failed(reason);
    if (!CONFLICTS.contains(code) && !reason.equals(reported.put(what, reason))) {
      LOG.warnf("Pre-scaling could not %s and will try again: %s", what, sentence(code, refused));
    }
  }

  private static String reason(int code) {
    if (CONFLICTS.contains(code)) {
      return "conflict";
    }
    return code == 401 || code == 403 ? "forbidden" : "unreachable";
  }

  private static String sentence(int code, KubernetesClientException refused) {
    String message =
        refused.getStatus() == null ? refused.getMessage() : refused.getStatus().getMessage();
    return switch (code) {
      case 401 -> "the cluster does not accept this pod's service account (" + message + ").";
      case 403 -> "its service account lacks the permission (" + message + ").";
      default -> "the cluster's API answered " + code + " (" + message + ").";
    };
  }
}
