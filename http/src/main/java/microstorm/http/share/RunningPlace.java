package microstorm.http.share;

import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.channels.ClosedChannelException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import microstorm.http.token.Requester;

/**
 * The place of a request among those of its kind that run. A request that waits for something else
 * returns its place meanwhile.
 */
@ApplicationScoped
public class RunningPlace {

  private static final String ENTRY = RunningPlace.class.getName();

  private final Workloads workloads;

  RunningPlace(Workloads workloads) {
    this.workloads = workloads;
  }

  /** What a request needs to take a place, and the place while it has one. */
  private static final class Entry {
    private final Workload workload;
    private final Requester requester;
    private volatile Permit permit = () -> {};
    private volatile boolean watched;

    private Entry(Workload workload, Requester requester) {
      this.workload = workload;
      this.requester = requester;
    }

    private String kind() {
      return workload == null ? Workload.REQUESTS : workload.value();
    }

    private boolean untilSent() {
      return workload == null || workload.untilSent();
    }

    private void leave() {
      permit.close();
    }
  }

  /**
   * Takes a place for a request.
   *
   * @param workload the kind of the request; null for {@link Workload#REQUESTS}
   * @return null when the request has its place at once, or needs none
   */
  Uni<Void> take(Workload workload, Requester requester, RoutingContext http) {
    Entry entry = new Entry(workload, requester);
    if (entry.kind().equals(Workload.NONE)) {
      return null;
    }
    http.put(ENTRY, entry);
    return take(entry, http);
  }

  private Uni<Void> take(Entry entry, RoutingContext http) {
    FairQueue queue = workloads.queue(entry.kind());
    int units = units(entry.workload, http);
    CompletableFuture<Permit> turn = queue.enter(entry.requester, units);
    if (turn.isDone() && !turn.isCompletedExceptionally()) {
      hold(turn.join(), entry, http);
      return null;
    }
    return ConnectedClient.await(turn, http)
        .onFailure(TimeoutException.class)
        .transform(late -> queue.tooLate(entry.requester, units))
        .invoke(permit -> hold(permit, entry, http))
        .replaceWithVoid();
  }

  /** Returns the place of a request that has to wait for something else. */
  public void pause(RoutingContext http) {
    Entry entry = http.get(ENTRY);
    if (entry != null) {
      entry.leave();
    }
  }

  /**
   * Takes a place again, as the first time. Does nothing if the request needs none.
   *
   * @return fails with a {@link microstorm.http.problem.ProblemException} when there is no place in
   *     time, and with a {@link java.nio.channels.ClosedChannelException} when the client has left
   */
  public Uni<Void> resume(RoutingContext http) {
    return Uni.createFrom()
        .deferred(
            () -> {
              if (http.response().closed()) {
                return Uni.createFrom().failure(new ClosedChannelException());
              }
              Entry entry = http.get(ENTRY);
              Uni<Void> turn = entry == null ? null : take(entry, http);
              return turn == null ? Uni.createFrom().voidItem() : turn;
            });
  }

  /** Returns the place of a request whose response begins, unless it counts until it is sent. */
  void answer(RoutingContext http) {
    Entry entry = http.get(ENTRY);
    if (entry != null && !entry.untilSent()) {
      entry.leave();
    }
  }

  private static int units(Workload workload, RoutingContext http) {
    int bytes = http.body() == null ? 0 : Math.max(0, http.body().length());
    return workload == null
        ? 1
        : Math.min(1 + bytes / workload.bytesPerUnit(), workload.mostUnits());
  }

  private void hold(Permit permit, Entry entry, RoutingContext http) {
    entry.permit = permit;
    http.addEndHandler(ended -> permit.close());
    if (http.response().closed()) {
      permit.close(); // the client closed the connection before the handler was added
    } else if (entry.untilSent() && !entry.watched) {
      entry.watched = true;
      ResponseDeadline.watch(http, workloads.limits(entry.kind()), entry::leave);
    }
  }
}
