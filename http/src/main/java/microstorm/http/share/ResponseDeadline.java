package microstorm.http.share;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import microstorm.http.intake.ConnectionCloser;

/** Closes the connection of a client that takes no byte of its response for a while. */
final class StallDeadline {

  private final RoutingContext http;
  private final HttpServerResponse response;
  private final Permit permit;
  private long bytesBefore;

  private StallDeadline(RoutingContext http, Permit permit) {
    this.http = http;
    this.response = http.response();
    this.permit = permit;
  }

  /**
   * Checks periodically whether the client has taken any bytes, until the response has ended. Then
   * it closes the permit too: no end handler runs when the platform has reset the response.
   */
  static void watch(RoutingContext http, Duration stalled, Permit permit) {
    StallDeadline deadline = new StallDeadline(http, permit);
    long timer = http.vertx().setPeriodic(stalled.toMillis(), deadline::check);
    http.addEndHandler(ended -> http.vertx().cancelTimer(timer));
  }

  private void check(long timer) {
    if (response.ended() || response.closed()) {
      http.vertx().cancelTimer(timer);
      permit.close();
      closeAfterReset();
      return;
    }
    long bytes = response.bytesWritten();
    if (bytes == bytesBefore && (response.writeQueueFull() || isWholeBody(bytes))) {
      ConnectionCloser.closeAtOnce(http.request());
    }
    bytesBefore = bytes;
  }

  /** The rest of a body may be too short to fill the queue. */
  private boolean isWholeBody(long bytes) {
    return Long.toString(bytes).equals(response.headers().get(HttpHeaders.CONTENT_LENGTH));
  }

  /** A reset response keeps its connection open until the client has read the rest. */
  private void closeAfterReset() {
    if (!response.ended()) {
      ConnectionCloser.closeAtOnce(http.request());
    }
  }
}
