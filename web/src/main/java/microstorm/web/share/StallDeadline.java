package microstorm.web.share;

import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;

/** Closes the connection of a client that takes no byte of its response for a while. */
final class StallDeadline {

  private final HttpServerResponse response;
  private long bytesBefore;

  private StallDeadline(HttpServerResponse response) {
    this.response = response;
  }

  /** Looks every so often whether the client has taken anything, until the response has ended. */
  static void watch(RoutingContext http, Duration stalled) {
    StallDeadline deadline = new StallDeadline(http.response());
    long timer = http.vertx().setPeriodic(stalled.toMillis(), now -> deadline.check());
    http.addEndHandler(ended -> http.vertx().cancelTimer(timer));
  }

  private void check() {
    long bytes = response.bytesWritten();
    if (bytes == bytesBefore && response.writeQueueFull()) {
      response.reset();
    }
    bytesBefore = bytes;
  }
}
