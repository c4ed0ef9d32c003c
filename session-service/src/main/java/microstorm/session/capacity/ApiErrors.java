package microstorm.session.capacity;

import io.fabric8.kubernetes.client.KubernetesClientException;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/** What the cluster does not let us do: counted each time, said once until it goes again. */
final class ApiErrors {

  private static final Logger LOG = Logger.getLogger(ApiErrors.class);

  /** The second: what a patch expects to find is not there any more. */
  private static final Set<Integer> CONFLICTS = Set.of(409, 422);

  private final PreScalingMetrics meters;
  private final Map<String, String> said = new ConcurrentHashMap<>();

  ApiErrors(PreScalingMetrics meters) {
    this.meters = meters;
  }

  /**
   * Does something that the cluster may refuse.
   *
   * @param what what it is, as it stands behind "could not"
   */
  void guard(String what, Runnable action) {
    try {
      action.run();
      over(what);
    } catch (KubernetesClientException refused) {
      met(what, refused);
    }
  }

  /** It went well: when it goes wrong again, it is said again. */
  void over(String what) {
    if (said.remove(what) != null) {
      LOG.infof("Pre-scaling could %s again.", what);
    }
  }

  /** It was refused, or nobody answered. It is tried again at the next turn. */
  void met(String what, KubernetesClientException refused) {
    int code = refused.getCode();
    String reason = reason(code);
    meters.failed(reason);
    if (!CONFLICTS.contains(code) && !reason.equals(said.put(what, reason))) {
      LOG.warnf("Pre-scaling could not %s, and goes on trying: %s", what, sentence(code, refused));
    }
  }

  private static String reason(int code) {
    if (CONFLICTS.contains(code)) {
      return "conflict";
    }
    return code == 401 || code == 403 ? "forbidden" : "unreachable";
  }

  private static String sentence(int code, KubernetesClientException refused) {
    String words =
        refused.getStatus() == null ? refused.getMessage() : refused.getStatus().getMessage();
    return switch (code) {
      case 401 -> "the cluster does not accept this pod's service account (" + words + ").";
      case 403 -> "its service account lacks the right (" + words + ").";
      default -> "the cluster's API answered " + code + " (" + words + ").";
    };
  }
}
