package microstorm.idea.stream;

import io.vertx.core.buffer.Buffer;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * What waits to be sent to one client, and comes out in portions: of a large frame no more than one
 * is ever copied. Not safe for use by several threads.
 */
final class SendQueue {

  /** What has come together in the meantime is sent together, and what is large in pieces. */
  static final int PORTION_BYTES = 32 * 1024;

  private final long limit;
  private final Deque<SseFrame> frames = new ArrayDeque<>();
  private final Deque<Buffer> begun = new ArrayDeque<>();
  private long bytes;
  private boolean withinEvent;

  /**
   * @param limit how many bytes may wait. All count that a client keeps others from forgetting,
   *     shared or not, except those of the frame that is being sent.
   */
  SendQueue(long limit) {
    this.limit = limit;
  }

  /** Takes a frame; false when too much is waiting already. */
  boolean offer(SseFrame frame) {
    // one is always taken, however much is shared at once
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

  /** What is to be sent next, when there is something. */
  Buffer next() {
    Buffer next = take(PORTION_BYTES);
    if (isEmpty() || next.length() == PORTION_BYTES) {
      return next;
    }
    Buffer portion = Buffer.buffer(PORTION_BYTES).appendBuffer(next);
    while (!isEmpty() && portion.length() < PORTION_BYTES) {
      portion.appendBuffer(take(PORTION_BYTES - portion.length()));
    }
    return portion;
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

  /** Whether what was taken last ends somewhere within a part. */
  boolean isWithinEvent() {
    return withinEvent;
  }

  void clear() {
    frames.clear();
    begun.clear();
    bytes = 0;
  }
}
