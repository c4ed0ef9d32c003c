package microstorm.http.share;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import microstorm.http.intake.ConnectionCloser;

/**
 * Closes the connection of a client that takes no byte of its response for a while, or that takes
 * too long for the whole response.
 */
final class ResponseDeadline {

  private final RoutingContext http;
  private final HttpServerResponse response;
  private final WorkloadsConfig.Limits limits;
  private final Runnable ended;
  private long bytesBefore;
  private Duration sending = Duration.ZERO;

  private ResponseDeadline(RoutingContext http, WorkloadsConfig.Limits limits, Runnable ended) {
    this.http = http;
    this.response = http.response();
    this.limits = limits;
    this.ended = ended;
  }

  /**
   * Checks periodically whether the client has taken any bytes, until the response has ended.
   *
   * @param ended is called too: no end handler runs when the platform has reset the response
   */
  static void watch(RoutingContext http, WorkloadsConfig.Limits limits, Runnable ended) {
    ResponseDeadline deadline = new ResponseDeadline(http, limits, ended);
    long timer = http.vertx().setPeriodic(limits.stalled().toMillis(), deadline::check);
    http.addEndHandler(sent -> http.vertx().cancelTimer(timer));
  }

  private void check(long timer) {
    if (response.ended() || response.closed()) {
      http.vertx().cancelTimer(timer);
      ended.run();
      closeAfterReset();
      return;
    }
    long bytes = response.bytesWritten();
    if (bytes > 0) {
      sending = sending.plus(limits.stalled());
    }
    if (isStalled(bytes) || sending.compareTo(limits.slowest()) > 0) {
      ConnectionCloser.closeAtOnce(http.request());
    }
    bytesBefore = bytes;
  }

  private boolean isStalled(long bytes) {
    return bytes == bytesBefore && (response.writeQueueFull() || isWholeBody(bytes));
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
