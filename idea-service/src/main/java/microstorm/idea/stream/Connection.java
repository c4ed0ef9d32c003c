package microstorm.idea.stream;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.time.Instant;
import microstorm.idea.snapshot.PendingResponse;

/**
 * The way to one client. What is sent waits here for what was before it to be in the socket, in a
 * bounded queue: nobody else ever waits for a slow client.
 */
final class Connection {

  /** So many heartbeats without a byte taken: nobody is reading any more. */
  private static final int PATIENCE = 3;

  private final HttpServerResponse response;
  private final Runnable closeAtOnce;
  private final SendQueue waiting;
  private boolean open;
  private boolean writing;
  private boolean over;
  private Buffer lastWord;
  private PendingResponse unread;
  private Instant lastBeat;
  private int missedBeats;

  /**
   * @param limit how many bytes may wait
   * @param closeAtOnce closes the connection and drops all unsent bytes
   */
  Connection(HttpServerResponse response, long limit, Runnable closeAtOnce) {
    this.response = response;
    this.closeAtOnce = closeAtOnce;
    this.waiting = new SendQueue(limit);
  }

  /** Lets the bytes flow. */
  void open(Instant now) {
    response
        .setChunked(true)
        .putHeader(HttpHeaders.CONTENT_TYPE, MediaType.SERVER_SENT_EVENTS)
        .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
        // nginx would wait for more
        .putHeader("X-Accel-Buffering", "no");
    boolean ends;
    synchronized (this) {
      open = true;
      lastBeat = now;
      ends = over;
    }
    if (ends) {
      finish();
    } else {
      write();
    }
  }

  /**
   * Sends a first frame, however large.
   *
   * @param unread is released as soon as nothing waits any more for the first time; null for none
   */
  void begin(SseFrame first, PendingResponse unread) {
    synchronized (this) {
      this.unread = unread;
    }
    offer(first);
  }

  /** Whether the frame will be sent; if not, too much is waiting already. */
  boolean offer(SseFrame frame) {
    synchronized (this) {
      if (!over && !waiting.offer(frame)) {
        return false;
      }
    }
    write();
    return true;
  }

  /** Sends a heartbeat when it is due; false when several found the client not reading. */
  boolean beat(Instant now, Duration heartbeat) {
    synchronized (this) {
      if (!open || over && !writing || lastBeat.plus(heartbeat).isAfter(now)) {
        return true;
      }
      lastBeat = now;
      if (writing) {
        return ++missedBeats < PATIENCE;
      }
      waiting.offer(SseFrame.HEARTBEAT);
    }
    write();
    return true;
  }

  /** Ends it in good order, behind the bytes that are under way, with a last word or null. */
  void end(Buffer word) {
    synchronized (this) {
      if (over) {
        return;
      }
      over = true;
      lastWord = word;
      waiting.clear();
      if (!open || writing) {
        return; // it is ended by whoever opens it, or when the bytes are in the socket
      }
    }
    finish();
  }

  /** Ends it at once. */
  void cut() {
    synchronized (this) {
      over = true;
      waiting.clear();
      if (!open) {
        return;
      }
    }
    closeAtOnce.run();
  }

  private void write() {
    Buffer next;
    synchronized (this) {
      if (!open || writing || waiting.isEmpty()) {
        return;
      }
      writing = true;
      next = waiting.next();
    }
    response.write(next).onSuccess(written -> goOn());
  }

  private void goOn() {
    boolean ends;
    PendingResponse done = null;
    synchronized (this) {
      writing = false;
      missedBeats = 0;
      ends = over;
      if (unread != null) {
        unread.progressed();
      }
      if (waiting.isEmpty()) {
        done = unread;
        unread = null;
      }
    }
    if (done != null) {
      done.release();
    }
    if (ends) {
      finish();
    } else {
      write();
    }
  }

  /** A last word would be taken for the rest of an event that was cut through. */
  private void finish() {
    if (lastWord == null || waiting.isWithinEvent()) {
      response.end();
    } else {
      response.end(lastWord);
    }
  }
}
