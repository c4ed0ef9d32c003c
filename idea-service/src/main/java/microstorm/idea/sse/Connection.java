package microstorm.idea.sse;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.time.Instant;
import java.util.function.UnaryOperator;
import microstorm.idea.snapshot.PendingResponse;

/**
 * The connection to one client. Frames wait in a bounded queue until the previous bytes are in the
 * socket, so that a slow client never delays others.
 */
public final class Connection {

  /** The number of heartbeats without progress after which the client counts as gone. */
  private static final int MAX_MISSED_BEATS = 3;

  private final HttpServerResponse response;
  private final Runnable closeAtOnce;
  private final UnaryOperator<Runnable> endDeadline;
  private final SendQueue waiting;
  private boolean open;
  private boolean writing;
  private boolean over;
  private Buffer lastMessage;
  private PendingResponse unread;
  private Instant lastBeat;
  private int missedBeats;
  private Runnable stopDeadline = () -> {};

  /**
   * @param limit how many bytes may wait
   * @param closeAtOnce closes the connection and drops all unsent bytes
   * @param endDeadline runs a task when the time is over in which a client must read the bytes that
   *     were being sent when the stream ended; returns what stops that
   */
  public Connection(
      HttpServerResponse response,
      long limit,
      Runnable closeAtOnce,
      UnaryOperator<Runnable> endDeadline) {
    this.response = response;
    this.closeAtOnce = closeAtOnce;
    this.endDeadline = endDeadline;
    this.waiting = new SendQueue(limit);
  }

  /** Begins to send. */
  public void open(Instant now) {
    response
        .setChunked(true)
        .putHeader(HttpHeaders.CONTENT_TYPE, MediaType.SERVER_SENT_EVENTS)
        .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
        // otherwise nginx would buffer the stream
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
   * Sends the first frame, which may have any size.
   *
   * @param unread is released when the queue is empty for the first time; null when nothing is
   *     counted
   */
  public void begin(SseFrame first, PendingResponse unread) {
    synchronized (this) {
      this.unread = unread;
    }
    offer(first);
  }

  /** Sends a frame. Returns false when too much is waiting already. */
  public boolean offer(SseFrame frame) {
    synchronized (this) {
      if (!over && !waiting.offer(frame)) {
        return false;
      }
    }
    write();
    return true;
  }

  /** Sends a heartbeat when it is due. Returns false when the client missed several heartbeats. */
  public boolean beat(Instant now, Duration heartbeat) {
    synchronized (this) {
      if (!open || over && !writing || lastBeat.plus(heartbeat).isAfter(now)) {
        return true;
      }
      lastBeat = now;
      if (writing) {
        return ++missedBeats < MAX_MISSED_BEATS;
      }
      waiting.offer(SseFrame.HEARTBEAT);
    }
    write();
    return true;
  }

  /**
   * Ends the stream after the bytes that are being sent, with a last message or null. Closes the
   * connection of a client that does not read these bytes in time.
   */
  public void end(Buffer message) {
    synchronized (this) {
      if (over) {
        return;
      }
      over = true;
      lastMessage = message;
      waiting.clear();
      if (!open) {
        return; // open() ends it
      }
      if (writing) {
        stopDeadline = endDeadline.apply(this::cut);
        return; // the end of the write that is in progress ends it
      }
    }
    finish();
  }

  /** Ends the stream at once. */
  public void cut() {
    Runnable stop;
    synchronized (this) {
      over = true;
      waiting.clear();
      if (!open) {
        return;
      }
      stop = stopDeadline;
    }
    stop.run();
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
    // after a failed write nothing else would end the stream: the client would wait for the rest
    response.write(next).onSuccess(written -> sendNext()).onFailure(failure -> cut());
  }

  private void sendNext() {
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

  /**
   * Ends the response. After a cut event there is no last message, because the client would take it
   * for the rest of that event.
   */
  private void finish() {
    stopDeadline.run();
    if (lastMessage == null || waiting.isWithinEvent()) {
      response.end();
    } else {
      response.end(lastMessage);
    }
  }
}
