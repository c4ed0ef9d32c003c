package microstorm.web.share;

import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Response;
import java.lang.reflect.Method;
import java.nio.channels.ClosedChannelException;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import microstorm.web.intake.ClientAddress;
import microstorm.web.token.Caller;
import microstorm.web.token.Requester;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * Makes each request wait for its turn before it gets a worker thread, so that the requests of one
 * team take neither all threads nor all database connections, and those of one client come no
 * faster than its rate.
 */
public class RequestGate {

  /** Before the filters that do some of the request's work. */
  private static final int EARLY = 2_500;

  private static final String PERMIT = RequestGate.class.getName();

  private final RequestPacer pacer;
  private final Workloads workloads;
  private final Caller caller;

  RequestGate(RequestPacer pacer, Workloads workloads, Caller caller) {
    this.pacer = pacer;
    this.workloads = workloads;
    this.caller = caller;
  }

  @ServerRequestFilter(nonBlocking = true, priority = EARLY)
  public Uni<Response> enter(ResourceInfo resource, RoutingContext http) {
    Method method = resource.getResourceMethod();
    Workload workload = method.getAnnotation(Workload.class);
    Requester requester = requester(http);
    // without a token a client cannot be recognised: its address may be a gateway's
    if (http.user() == null || pacer.takeTurn(requester)) {
      return admit(workload, requester, http);
    }
    CompletableFuture<Void> turn = pacer.nextTurn(requester);
    return await(turn, http)
        .chain(
            started ->
                Optional.ofNullable(admit(workload, requester, http))
                    .orElseGet(() -> Uni.createFrom().nullItem()));
  }

  /** Waits without a thread. A client that closes its connection waits no longer. */
  private static <T> Uni<T> await(CompletableFuture<T> turn, RoutingContext http) {
    http.addEndHandler(ended -> turn.cancel(false));
    if (http.response().closed()) {
      turn.cancel(false); // the client closed the connection before the handler was added
    }
    return Uni.createFrom()
        .completionStage(turn)
        .onFailure(CancellationException.class)
        .transform(closed -> new ClosedChannelException());
  }

  private Uni<Response> admit(Workload workload, Requester requester, RoutingContext http) {
    String kind = workload == null ? Workload.REQUESTS : workload.value();
    if (kind.equals(Workload.NONE)) {
      return null;
    }
    FairQueue queue = workloads.queue(kind);
    int units = units(workload, http);
    CompletableFuture<Permit> turn = queue.enter(requester, units);
    if (turn.isDone() && !turn.isCompletedExceptionally()) {
      hold(turn.join(), workload, http);
      return null; // the request continues at once
    }
    return await(turn, http)
        .onFailure(TimeoutException.class)
        .transform(late -> queue.tooLate(requester, units))
        .map(
            permit -> {
              hold(permit, workload, http);
              return null;
            });
  }

  private Requester requester(RoutingContext http) {
    return http.user() == null
        ? Requester.anonymous(ClientAddress.of(http.request()))
        : caller.requester().orElseThrow();
  }

  private static int units(Workload workload, RoutingContext http) {
    int bytes = http.body() == null ? 0 : Math.max(0, http.body().length());
    return workload == null
        ? 1
        : Math.min(1 + bytes / workload.bytesPerUnit(), workload.mostUnits());
  }

  private void hold(Permit permit, Workload workload, RoutingContext http) {
    http.addEndHandler(ended -> permit.close());
    if (http.response().closed()) {
      permit.close(); // the client closed the connection before the handler was added
    } else if (workload != null && workload.untilSent()) {
      StallDeadline.watch(http, workloads.limits(workload.value()).stalled(), permit);
    } else {
      http.put(PERMIT, permit);
    }
  }

  @ServerResponseFilter
  public void leave(RoutingContext http) {
    Permit permit = http.get(PERMIT);
    if (permit != null) {
      permit.close();
    }
  }
}
