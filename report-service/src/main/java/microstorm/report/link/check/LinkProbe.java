package microstorm.report.link.check;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import microstorm.report.link.LinkState;
import microstorm.report.log.link.WebAddress;
import microstorm.report.outbound.OutboundClient;
import microstorm.report.outbound.OutboundFailure;
import microstorm.report.outbound.OutboundFailure.Kind;
import microstorm.report.outbound.OutboundRequest;
import microstorm.report.outbound.OutboundResponse;
import microstorm.report.outbound.OutboundTarget;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Asks for an address, and for those to which it redirects. Each of them is checked anew before the
 * service connects to it. It reads at most 64 kB of a response, and keeps nothing of it.
 */
@ApplicationScoped
class LinkProbe {

  static final int MAX_REDIRECTS = 5;
  static final int MAX_BODY = 64 * 1024;

  private static final int FIRST_ERROR = 400;
  private static final int TOO_MANY_REQUESTS = 429;

  private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);
  private static final Set<Integer> PERMANENT = Set.of(301, 308);
  private static final Set<Integer> RESTRICTED = Set.of(401, 403, 407, TOO_MANY_REQUESTS, 451);

  private final OutboundClient client;
  private final HostTurns turns;
  private final Duration timeout;
  private final Duration patience;
  private final Map<String, String> headers;

  LinkProbe(
      OutboundClient client,
      HostTurns turns,
      LinkCheckConfig config,
      @ConfigProperty(name = "quarkus.application.version", defaultValue = "0") String version) {
    this.client = client;
    this.turns = turns;
    this.timeout = config.timeout();
    this.patience = config.lease().dividedBy(2);
    this.headers = Map.of("User-Agent", "Microstorm/" + version + " (link check)", "Accept", "*/*");
  }

  /**
   * Checks an address of a team. The turn of its host is reserved already.
   *
   * @throws TryLater if this service or a host has too many other requests
   */
  ProbeResult check(UUID teamId, String address) throws TryLater, InterruptedException {
    long end = System.nanoTime() + patience.toNanos();
    OutboundTarget target = null;
    String movedTo = null;
    boolean permanent = true;
    Set<String> seen = new HashSet<>();
    try {
      target =
          OutboundTarget.parse(
              WebAddress.of(address).map(WebAddress::withoutFragment).orElse(address));
      OutboundResponse response = ask(teamId, target, false, end);
      for (String next = redirect(response); next != null; next = redirect(response)) {
        if (seen.size() == MAX_REDIRECTS) {
          return ProbeResult.redirected(
              response.status(), "redirects more than %d times".formatted(MAX_REDIRECTS));
        }
        seen.add(target.toString());
        target = target.resolve(next);
        if (seen.contains(target.toString())) {
          return ProbeResult.redirected(response.status(), "redirects to itself");
        }
        permanent &= PERMANENT.contains(response.status());
        movedTo = permanent ? target.toString() : movedTo;
        response = ask(teamId, target, true, end);
      }
      return found(response.status(), movedTo);
    } catch (OutboundFailure failure) {
      if (failure.kind() == Kind.BUSY) {
        throw new TryLater();
      }
      return ProbeResult.failed(failure, !seen.isEmpty());
    }
  }

  private static ProbeResult found(int status, @Nullable String movedTo) {
    if (RESTRICTED.contains(status)) {
      return ProbeResult.response(LinkState.RESTRICTED, status, null);
    }
    if (status >= FIRST_ERROR) {
      return ProbeResult.response(LinkState.BROKEN, status, null);
    }
    return ProbeResult.response(
        movedTo == null ? LinkState.WORKS : LinkState.MOVED, status, movedTo);
  }

  private static @Nullable String redirect(OutboundResponse response) {
    return REDIRECTS.contains(response.status()) ? response.headers().get("Location") : null;
  }

  /**
   * Asks for the head; many servers refuse that in various ways, so an error is asked for again.
   */
  private OutboundResponse ask(UUID teamId, OutboundTarget target, boolean wait, long end)
      throws OutboundFailure, TryLater, InterruptedException {
    if (wait) {
      await(target, end);
    }
    OutboundResponse head = send(teamId, "HEAD", target);
    if (head.status() < FIRST_ERROR || head.status() == TOO_MANY_REQUESTS) {
      return head;
    }
    await(target, end);
    return send(teamId, "GET", target);
  }

  private void await(OutboundTarget target, long end) throws TryLater, InterruptedException {
    turns.await(target.host(), Duration.ofNanos(end - System.nanoTime()).minus(timeout));
  }

  private OutboundResponse send(UUID teamId, String method, OutboundTarget target)
      throws OutboundFailure, InterruptedException {
    try {
      // longer than the request itself, so that a lost answer does not occupy the thread for ever
      return client
          .send(new OutboundRequest(teamId, method, target, headers, null, timeout, MAX_BODY))
          .toCompletionStage()
          .toCompletableFuture()
          .get(timeout.toMillis() * 2, TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof OutboundFailure failure) {
        throw failure;
      }
      throw new IllegalStateException("A request ended with an unexpected failure.", e.getCause());
    } catch (TimeoutException e) {
      throw new IllegalStateException("A request did not end in time.", e);
    }
  }
}
