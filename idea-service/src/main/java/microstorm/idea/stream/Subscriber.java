package microstorm.idea.stream;

import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import microstorm.idea.board.Viewer;
import microstorm.idea.snapshot.PendingResponse;

/** Somebody who watches a board. */
final class Subscriber {

  /** So many batches before the beginning is read mean that the database does not answer. */
  private static final int MOST_EARLY = 1_000;

  private final UUID sessionId;
  private final Viewer viewer;
  private final Instant expiresAt;
  private final Connection connection;
  private final Consumer<Subscriber> leave;
  private final AtomicBoolean left = new AtomicBoolean();

  /** What changed before the beginning was read; null from then on. */
  private List<ChangeBatch> early = new ArrayList<>();

  private long after;
  private volatile PendingResponse unread;

  /**
   * @param expiresAt when the token ends, and this with it
   * @param leave called once, when it is over for whatever reason
   */
  Subscriber(
      UUID sessionId,
      Viewer viewer,
      Instant expiresAt,
      Connection connection,
      Consumer<Subscriber> leave) {
    this.sessionId = sessionId;
    this.viewer = viewer;
    this.expiresAt = expiresAt;
    this.connection = connection;
    this.leave = leave;
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
   * @param unread is released when the client has taken it or is gone; null when it is not counted
   */
  synchronized void begin(SseFrame first, long seq, PendingResponse unread) {
    after = seq;
    this.unread = unread;
    connection.begin(first, unread);
    List<ChangeBatch> missed = early;
    early = null;
    missed.forEach(this::offer);
    if (left.get()) {
      release();
    }
  }

  /** Lets the bytes flow. */
  void open(Instant now) {
    connection.open(now);
  }

  /**
   * Sends what this client may see of it.
   *
   * @return how many changes that are; -1 when too many were waiting and the client was cut off
   */
  synchronized int offer(ChangeBatch batch) {
    if (early != null) {
      early.add(batch);
      return early.size() > MOST_EARLY ? cut() : 0;
    }
    SseFrame frame = batch.seenBy(viewer, after);
    after = Math.max(after, batch.seq());
    if (frame.changes() == 0) {
      return 0;
    }
    return connection.offer(frame) ? frame.changes() : cut();
  }

  /**
   * Ends what is over and keeps the rest alive.
   *
   * @return 0; -1 when nobody was reading and the client was cut off
   */
  int tend(Instant now, Duration heartbeat) {
    if (!now.isBefore(expiresAt)) {
      end(null);
    }
    return connection.beat(now, heartbeat) ? 0 : cut();
  }

  /**
   * Ends the stream in good order, with a last word or null.
   *
   * @return 0
   */
  int end(Buffer lastWord) {
    connection.end(lastWord);
    return 0;
  }

  /** The connection is gone, or given up: nobody here has to think of it any more. */
  void leave() {
    if (left.compareAndSet(false, true)) {
      leave.accept(this);
    }
    release();
  }

  private void release() {
    if (unread != null) {
      unread.release();
    }
  }

  /**
   * Ends the stream at once.
   *
   * @return -1
   */
  int cut() {
    leave();
    connection.cut();
    return -1;
  }
}
