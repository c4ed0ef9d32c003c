package microstorm.http.intake;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.impl.RoutingContextInternal;
import java.util.function.Consumer;
import microstorm.http.HttpConfig;

/**
 * A body that is being received. Its bytes stay in the budget until the request is answered. The
 * HTTP server calls it on the event loop of its connection, other threads may abandon it.
 */
final class IncomingBody {

  /** How many bytes per second must arrive of a body when another one finds no room. */
  private static final long RATE_UNDER_PRESSURE = 32 * 1024;

  private final RoutingContext routing;
  private final BodyReceiver receiver;
  private final BodyBudget budget;
  private final String client;
  private final Context context;
  private final long deadline;
  private final BodyPace pace;
  private final BodyPace paceUnderPressure;
  private Buffer bytes = Buffer.buffer();
  private boolean over;
  private long held;

  IncomingBody(
      RoutingContext routing, BodyReceiver receiver, BodyBudget budget, HttpConfig config) {
    this.routing = routing;
    this.receiver = receiver;
    this.budget = budget;
    this.client = ClientAddress.of(routing.request());
    this.context = Vertx.currentContext();
    long now = System.nanoTime();
    this.deadline = now + config.bodyDeadline().toNanos();
    this.pace = new BodyPace(config.bodyMinRate().asLongValue(), config.bodyGrace(), now);
    this.paceUnderPressure = new BodyPace(RATE_UNDER_PRESSURE, config.bodyGrace(), now);
  }

  void receive() {
    HttpServerRequest request = routing.request();
    routing.addEndHandler(answered -> release());
    request.exceptionHandler(failure -> end());
    request.endHandler(ended -> passOn());
    request.handler(this::take);
    request.resume();
  }

  private void take(Buffer part) {
    if (isOver()) {
      return;
    }
    if (length() + part.length() > receiver.maxBytes()) {
      end(receiver::refuseTooLarge);
    } else if (!receiver.takeRoom(this, part.length())) {
      end(receiver::refuseForLackOfRoom);
    } else if (!keep(part)) {
      budget.release(client, part.length());
    }
  }

  synchronized boolean isOver() {
    return over;
  }

  synchronized int length() {
    return bytes.length();
  }

  /** False when it was abandoned meanwhile. */
  private synchronized boolean keep(Buffer part) {
    if (over) {
      return false;
    }
    held += part.length();
    bytes.appendBuffer(part);
    long now = System.nanoTime();
    pace.arrived(part.length(), now);
    paceUnderPressure.arrived(part.length(), now);
    return true;
  }

  /** Passes the body to the framework, which reads it from the routing context. */
  private void passOn() {
    Buffer body = complete();
    if (body != null) {
      receiver.completed(this);
      // Expect was answered when the head arrived; it must not be answered again
      routing.request().headers().remove(HttpHeaders.EXPECT);
      ((RoutingContextInternal) routing).setBody(body);
      routing.next();
    }
  }

  /** The whole body; null if it was abandoned meanwhile. */
  private synchronized Buffer complete() {
    return finish() ? bytes : null;
  }

  private synchronized boolean finish() {
    boolean first = !over;
    over = true;
    return first;
  }

  private void end(Consumer<RoutingContext> refusal) {
    if (end()) {
      refusal.accept(routing);
    }
  }

  /** Receives no more: the client is gone, or the request is refused. */
  private synchronized boolean end() {
    boolean first = finish();
    if (first) {
      bytes = Buffer.buffer();
      release();
    }
    return first;
  }

  private synchronized void release() {
    receiver.released(this);
    if (held > 0) {
      budget.release(client, held);
      held = 0;
    }
  }

  /** Releases the bytes of an answered request of which no end handler ran. */
  void releaseIfAnswered() {
    HttpServerResponse response = routing.response();
    if (response.ended() || response.closed()) {
      release();
    }
  }

  String client() {
    return client;
  }

  boolean isTooSlow(long now) {
    return now - deadline > 0 || pace.behind(now) > 0;
  }

  /** How many nanoseconds it is behind the rate that counts when another body finds no room. */
  long behindUnderPressure(long now) {
    return paceUnderPressure.behind(now);
  }

  /** Releases its bytes at once and refuses it on its event loop, unless it is complete. */
  void abandon(Consumer<RoutingContext> refusal) {
    if (end()) {
      context.runOnContext(now -> refusal.accept(routing));
    }
  }
}
