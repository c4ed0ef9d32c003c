package microstorm.idea.stream;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The way to one client. What is sent waits here for the one before it to be in the socket, a
 * bounded number of changes at most: nobody else ever waits for a slow client.
 */
final class Connection {

  /** What has come together in the meantime is sent together, up to some such size. */
  private static final int PORTION_BYTES = 32 * 1024;

  /** So many heartbeats without a byte taken: nobody is reading any more. */
  private static final int PATIENCE = 3;

  private final HttpServerResponse response;
  private final int limit;
  private final Deque<Frame> waiting = new ArrayDeque<>();
  private int changesWaiting;
  private boolean open;
  private boolean writing;
  private boolean over;
  private Instant lastBeat;
  private int missedBeats;

  /**
   * @param limit how many changes may wait
   */
  Connection(HttpServerResponse response, int limit) {
    this.response = response;
    this.limit = limit;
  }

  /** Lets the bytes flow. */
  void open(Instant now) {
    response
        .setChunked(true)
        .putHeader(HttpHeaders.CONTENT_TYPE, MediaType.SERVER_SENT_EVENTS)
        .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
        // nginx would wait for more
        .putHeader("X-Accel-Buffering", "no");
    boolean ended;
    synchronized (this) {
      open = true;
      lastBeat = now;
      ended = over;
    }
    if (ended) {
      response.end();
    } else {
      write();
    }
  }

  /** Whether the frame will be sent; if not, too much is waiting already. */
  boolean offer(Frame frame) {
    synchronized (this) {
      // one batch is always taken, however much is shared at once
      if (changesWaiting > 0 && changesWaiting + frame.changes() > limit) {
        return false;
      }
      if (!over) {
        waiting.add(frame);
        changesWaiting += frame.changes();
      }
    }
    write();
    return true;
  }

  /** Sends a heartbeat when it is due; false when several found the client not reading. */
  boolean beat(Instant now, Duration heartbeat) {
    synchronized (this) {
      if (!open || over || lastBeat.plus(heartbeat).isAfter(now)) {
        return true;
      }
      lastBeat = now;
      if (writing) {
        return ++missedBeats < PATIENCE;
      }
      waiting.add(Frame.HEARTBEAT);
    }
    write();
    return true;
  }

  /** Ends it in good order, with a last word or null. */
  void end(Frame last) {
    if (!finish()) {
      return;
    }
    if (last == null) {
      response.end();
    } else {
      response.end(last.bytes());
    }
  }

  /** Ends it behind what is under way; a client that never reads that is not waited for. */
  void cut() {
    if (finish()) {
      response.reset();
    }
  }

  /** Whether there is a response to end: not twice, and not before it has begun. */
  private synchronized boolean finish() {
    boolean ends = open && !over;
    over = true;
    waiting.clear();
    changesWaiting = 0;
    return ends;
  }

  private void write() {
    Buffer next;
    synchronized (this) {
      if (!open || writing || waiting.isEmpty()) {
        return;
      }
      writing = true;
      next = portion();
    }
    response.write(next).onSuccess(written -> goOn());
  }

  private void goOn() {
    synchronized (this) {
      writing = false;
      missedBeats = 0;
    }
    write();
  }

  private Buffer portion() {
    Buffer portion = take();
    if (!waiting.isEmpty()) {
      // the first one's bytes are others' too
      portion = Buffer.buffer().appendBuffer(portion);
      while (!waiting.isEmpty() && portion.length() < PORTION_BYTES) {
        portion.appendBuffer(take());
      }
    }
    return portion;
  }

  private Buffer take() {
    Frame frame = waiting.remove();
    changesWaiting -= frame.changes();
    return frame.bytes();
  }
}
