package microstorm.report.platform.cluster;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * Lists the objects of one kind once and then watches them. After a refusal by the cluster, it
 * tries again only at the next request, and not before a set time has passed.
 */
final class ResourceInformer<T extends HasMetadata> {

  private static final Logger LOG = Logger.getLogger(ResourceInformer.class);
  private static final int NO_SUCH_KIND = 404;
  private static final Set<Integer> REFUSALS = Set.of(401, 403, NO_SUCH_KIND);

  private final String resource;
  private final Supplier<SharedIndexInformer<T>> informers;
  private final Clock clock;
  private final Duration askAgainAfter;

  private SharedIndexInformer<T> informer;
  private CompletableFuture<Void> started;
  private Instant triedAt;
  private volatile Throwable failure;

  ResourceInformer(
      String resource,
      Supplier<SharedIndexInformer<T>> informers,
      Clock clock,
      Duration askAgainAfter) {
    this.resource = resource;
    this.informers = informers;
    this.clock = clock;
    this.askAgainAfter = askAgainAfter;
  }

  /**
   * Starts watching unless it is running. The future completes when the first list has arrived or
   * was refused.
   */
  synchronized CompletableFuture<Void> start() {
    boolean runs = informer != null && informer.isRunning();
    boolean early = triedAt != null && clock.instant().isBefore(triedAt.plus(askAgainAfter));
    if (!runs && !early) {
      triedAt = clock.instant();
      failure = null;
      started =
          begin()
              .exceptionally(
                  refused -> {
                    LOG.warnf(
                        "The platform report cannot read %s: %s", resource, rootMessage(refused));
                    failure = refused;
                    return null;
                  });
    }
    return started;
  }

  /** Creating the informer fails without a namespace or an address of the API. */
  private CompletableFuture<Void> begin() {
    try {
      informer = informers.get().exceptionHandler(this::shouldResume);
      return informer.start().toCompletableFuture();
    } catch (RuntimeException cannotAsk) {
      return CompletableFuture.failedFuture(cannotAsk);
    }
  }

  /** Whether to resume a watch that broke off: not if the cluster refuses it. */
  private boolean shouldResume(boolean wasStarted, Throwable broken) {
    boolean refused = REFUSALS.contains(code(broken));
    if (refused) {
      failure = broken;
    }
    return wasStarted && !refused;
  }

  synchronized Listing<T> seen() {
    if (failure != null) {
      return hidden(failure);
    }
    if (informer == null || !informer.hasSynced()) {
      return Listing.not(resource, "the cluster's API has not responded yet");
    }
    return Listing.of(
        resource,
        informer.getStore().list().stream()
            .sorted(Comparator.comparing(object -> object.getMetadata().getName()))
            .toList());
  }

  private Listing<T> hidden(Throwable why) {
    return switch (code(why)) {
      case 401, 403 -> Listing.not(resource, "no right to list " + resource);
      case NO_SUCH_KIND -> Listing.of(resource, List.of());
      default -> Listing.not(resource, "the cluster's API does not respond");
    };
  }

  private static String rootMessage(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root.getMessage();
  }

  private static int code(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof KubernetesClientException refused && refused.getCode() > 0) {
        return refused.getCode();
      }
    }
    return 0;
  }

  synchronized void stop() {
    if (informer != null) {
      informer.stop();
    }
  }
}
