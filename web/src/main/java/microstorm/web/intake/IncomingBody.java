package microstorm.web.intake;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.impl.RoutingContextInternal;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import microstorm.web.WebConfig;

/**
 * A body that is being received. All but {@link #isTooSlow} and {@link #abandon} runs on the event
 * loop of its connection. Its bytes stay in the budget until the request is answered.
 */
final class IncomingBody {

  private final RoutingContext routing;
  private final BodyReceiver receiver;
  private final BodyBudget budget;
  private final String client;
  private final Context context;
  private final long began = System.nanoTime();
  private final Buffer bytes = Buffer.buffer();
  private volatile long received;
  private boolean over;
  private long held;

  IncomingBody(RoutingContext routing, BodyReceiver receiver, BodyBudget budget) {
    this.routing = routing;
    this.receiver = receiver;
    this.budget = budget;
    this.client = ClientAddress.of(routing.request());
    this.context = Vertx.currentContext();
  }

  void receive() {
    HttpServerRequest request = routing.request();
    routing.addEndHandler(answered -> release());
    request.exceptionHandler(failure -> end());
    request.endHandler(complete -> handOn());
    request.handler(this::take);
    request.resume();
  }

  private void take(Buffer part) {
    if (over) {
      return;
    }
    if (received + part.length() > receiver.maxBytes()) {
      end();
      receiver.refuseTooLarge(routing);
    } else if (!budget.take(client, part.length())) {
      end();
      receiver.refuseForLackOfRoom(routing);
    } else {
      held += part.length();
      bytes.appendBuffer(part);
      received = bytes.length();
    }
  }

  /** The platform reads the body from the routing context. */
  private void handOn() {
    if (!over) {
      over = true;
      receiver.finished(this);
      // it was answered when the head came; nobody is to answer it again
      routing.request().headers().remove(HttpHeaders.EXPECT);
      ((RoutingContextInternal) routing).setBody(bytes);
      routing.next();
    }
  }

  /** Receives no more: the client is gone, or the request is refused. */
  private void end() {
    if (!over) {
      over = true;
      receiver.finished(this);
      release();
    }
  }

  private void release() {
    if (held > 0) {
      budget.release(client, held);
      held = 0;
    }
  }

  boolean isTooSlow(WebConfig config, long now) {
    long elapsed = now - began;
    if (elapsed > config.bodyDeadline().toNanos()) {
      return true;
    }
    long counted = elapsed - config.bodyGrace().toNanos();
    return counted > 0
        && received
            < (double) config.bodyMinRate().asLongValue() * counted / TimeUnit.SECONDS.toNanos(1);
  }

  /** Ends it on its event loop, unless it is complete by then. */
  void abandon(Consumer<RoutingContext> refusal) {
    context.runOnContext(
        now -> {
          if (!over) {
            end();
            refusal.accept(routing);
          }
        });
  }
}
