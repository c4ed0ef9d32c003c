package microstorm.idea.stream;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import microstorm.idea.board.Viewer;

/**
 * Somebody who watches a board through an open connection. What is sent waits here for the one
 * before it to be in the socket; nobody else ever waits for a slow client.
 */
final class Watcher {

  /** What has come together in the meantime is sent together, up to some such size. */
  private static final int PORTION_BYTES = 32 * 1024;

  /** So many heartbeats without a byte taken: nobody is reading any more. */
  private static final int PATIENCE = 3;

  private final UUID sessionId;
  private final Viewer viewer;
  private final Instant expiresAt;
  private final HttpServerResponse response;
  private final int limit;
  private final Deque<Frame> waiting = new ArrayDeque<>();

  /** What changed before the beginning was read; null from then on. */
  private List<Batch> early = new ArrayList<>();

  private long after;
  private int changesWaiting;
  private boolean open;
  private boolean writing;
  private boolean over;
  private Instant lastBeat;
  private volatile int missedBeats;

  Watcher(
      UUID sessionId, Viewer viewer, Instant expiresAt, HttpServerResponse response, int limit) {
    this.sessionId = sessionId;
    this.viewer = viewer;
    this.expiresAt = expiresAt;
    this.response = response;
    this.limit = limit;
  }

  UUID sessionId() {
    return sessionId;
  }

  Viewer viewer() {
    return viewer;
  }

  /**
   * Begins with what was read for this client.
   *
   * @param seq the number up to which it is complete
   */
  synchronized void begin(Buffer bytes, long seq) {
    after = seq;
    waiting.add(new Frame(bytes, 0));
    List<Batch> missed = early;
    early = null;
    missed.forEach(this::offer);
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

  /**
   * Sends what this client may see of it.
   *
   * @return how many changes that are; -1 when too many were waiting and the client was cut off
   */
  int offer(Batch batch) {
    int changes = enqueue(batch);
    if (changes < 0) {
      cut();
    } else if (changes > 0) {
      write();
    }
    return changes;
  }

  private synchronized int enqueue(Batch batch) {
    if (over) {
      return 0;
    }
    if (early != null) {
      early.add(batch);
      return early.size() > limit ? -1 : 0;
    }
    Frame frame = batch.seenBy(viewer, after);
    // one batch is always taken, however much is shared at once
    if (changesWaiting > 0 && changesWaiting + frame.changes() > limit) {
      return -1;
    }
    if (frame.changes() > 0) {
      waiting.add(frame);
      changesWaiting += frame.changes();
    }
    return frame.changes();
  }

  /**
   * Ends what is over and keeps the rest alive.
   *
   * @return false when nobody was reading and the client was cut off
   */
  boolean tend(Instant now, Duration heartbeat) {
    if (!now.isBefore(expiresAt)) {
      end(null);
      return true;
    }
    synchronized (this) {
      if (!open || over || lastBeat.plus(heartbeat).isAfter(now)) {
        return true;
      }
      lastBeat = now;
      missedBeats++;
      if (!writing) {
        missedBeats = 0;
        waiting.add(Frame.HEARTBEAT);
      }
    }
    if (missedBeats > PATIENCE) {
      cut();
      return false;
    }
    write();
    return true;
  }

  /** Ends the stream in good order, with a last word or none. Before it has begun: at once. */
  void end(Frame last) {
    synchronized (this) {
      if (over) {
        return;
      }
      over = true;
      waiting.clear();
      if (!open) {
        return;
      }
    }
    if (last == null) {
      response.end();
    } else {
      response.end(last.bytes());
    }
  }

  /** Drops the connection: what is under way may never arrive. */
  private void cut() {
    synchronized (this) {
      over = true;
      waiting.clear();
    }
    response.reset();
  }

  private void write() {
    Buffer next;
    synchronized (this) {
      next = open && !writing && !over ? portion() : null;
      writing |= next != null;
    }
    if (next != null) {
      response
          .write(next)
          .onSuccess(
              written -> {
                synchronized (this) {
                  writing = false;
                  missedBeats = 0;
                }
                write();
              });
    }
  }

  private Buffer portion() {
    if (waiting.isEmpty()) {
      return null;
    }
    Buffer portion = take();
    if (!waiting.isEmpty()) {
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
