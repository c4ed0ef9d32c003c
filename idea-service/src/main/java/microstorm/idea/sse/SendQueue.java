package microstorm.idea.sse;

import io.vertx.core.buffer.Buffer;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The frames that wait to be sent to one client. They leave the queue in chunks, so that at most
 * one chunk of a large frame is copied at a time. Not thread-safe.
 */
public final class SendQueue {

  /** Small frames are sent together, and large ones in pieces. */
  public static final int CHUNK_BYTES = 32 * 1024;

  private final long limit;
  private final Deque<SseFrame> frames = new ArrayDeque<>();
  private final Deque<Buffer> begun = new ArrayDeque<>();
  private long bytes;
  private boolean withinEvent;

  /**
   * @param limit how many bytes may wait. All bytes count that this client keeps in memory, shared
   *     or not, except those of the frame that is being sent
   */
  SendQueue(long limit) {
    this.limit = limit;
  }

  /** Adds a frame. Returns false when too much is waiting already. */
  boolean offer(SseFrame frame) {
    // one frame is always accepted, whatever its size
    if (!frames.isEmpty() && bytes + frame.length() > limit) {
      return false;
    }
    frames.add(frame);
    bytes += frame.length();
    return true;
  }

  boolean isEmpty() {
    return begun.isEmpty() && frames.isEmpty();
  }

  /** The next bytes to send; call it only when the queue is not empty. */
  Buffer next() {
    Buffer next = take(CHUNK_BYTES);
    if (isEmpty() || next.length() == CHUNK_BYTES) {
      return next;
    }
    Buffer chunk = Buffer.buffer(CHUNK_BYTES).appendBuffer(next);
    while (!isEmpty() && chunk.length() < CHUNK_BYTES) {
      chunk.appendBuffer(take(CHUNK_BYTES - chunk.length()));
    }
    return chunk;
  }

  private Buffer take(int most) {
    if (begun.isEmpty()) {
      SseFrame frame = frames.remove();
      bytes -= frame.length();
      begun.addAll(frame.parts());
    }
    Buffer part = begun.remove();
    withinEvent = part.length() > most;
    if (!withinEvent) {
      return part;
    }
    begun.addFirst(part.slice(most, part.length()));
    return part.slice(0, most);
  }

  /** Whether the last bytes end within an event. */
  boolean isWithinEvent() {
    return withinEvent;
  }

  void clear() {
    frames.clear();
    begun.clear();
    bytes = 0;
  }
}
