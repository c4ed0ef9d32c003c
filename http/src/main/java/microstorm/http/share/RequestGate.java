package microstorm.http.share;

import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Response;
import microstorm.http.intake.ClientAddress;
import microstorm.http.token.Caller;
import microstorm.http.token.Requester;
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

  private final RequestPacer pacer;
  private final RunningPlace place;
  private final Caller caller;

  RequestGate(RequestPacer pacer, RunningPlace place, Caller caller) {
    this.pacer = pacer;
    this.place = place;
    this.caller = caller;
  }

  @ServerRequestFilter(nonBlocking = true, priority = EARLY)
  public Uni<Response> enter(ResourceInfo resource, RoutingContext http) {
    Workload workload = resource.getResourceMethod().getAnnotation(Workload.class);
    Requester requester = requester(http);
    // without a token a client cannot be recognised: its address may be a gateway's
    if (http.user() == null || pacer.takeTurn(requester)) {
      Uni<Void> turn = place.take(workload, requester, http);
      return turn == null ? null : turn.chain(RequestGate::proceed);
    }
    return ConnectedClient.await(pacer.nextTurn(requester), http)
        .chain(
            () -> {
              Uni<Void> turn = place.take(workload, requester, http);
              return turn == null ? Uni.createFrom().voidItem() : turn;
            })
        .chain(RequestGate::proceed);
  }

  /** Passes the request on to its resource. */
  private static Uni<Response> proceed() {
    return Uni.createFrom().nullItem();
  }

  private Requester requester(RoutingContext http) {
    return http.user() == null
        ? Requester.anonymous(ClientAddress.of(http.request()))
        : caller.requester().orElseThrow();
  }

  @ServerResponseFilter
  public void leave(RoutingContext http) {
    place.answer(http);
  }
}
