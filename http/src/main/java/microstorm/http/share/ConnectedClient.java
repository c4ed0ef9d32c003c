package microstorm.http.share;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.http.impl.HttpServerRequestInternal;
import io.vertx.ext.web.RoutingContext;
import java.nio.channels.ClosedChannelException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;

/** Lets a request wait only as long as its client is connected. */
public final class ConnectedClient {

  private ConnectedClient() {}

  /**
   * Waits without a thread. A client that closes its connection waits no longer: the future is
   * cancelled, and the result fails with a {@link ClosedChannelException}. Continues in the context
   * of the request.
   */
  public static <T> Uni<T> await(CompletableFuture<T> future, RoutingContext http) {
    http.addEndHandler(ended -> future.cancel(false));
    if (http.response().closed()) {
      future.cancel(false); // the client closed the connection before the handler was added
    }
    Context context = ((HttpServerRequestInternal) http.request()).context();
    return Uni.createFrom()
        .completionStage(future)
        .onFailure(CancellationException.class)
        .transform(closed -> new ClosedChannelException())
        .emitOn(continuation -> context.runOnContext(now -> continuation.run()));
  }
}
