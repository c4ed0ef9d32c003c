package microstorm.idea.stream;

import io.vertx.core.buffer.Buffer;
import java.util.ArrayList;
import java.util.List;

/** Makes a frame of pieces of what is the same for all, and of what is somebody's own. */
final class FrameBuilder {

  private final Buffer shared;
  private final List<Buffer> parts = new ArrayList<>();
  private Buffer own;
  private int start;
  private int end;
  private int changes;

  /**
   * @param shared the pieces refer to it, nothing is copied
   */
  FrameBuilder(Buffer shared) {
    this.shared = shared;
  }

  /** Adds a piece of what is shared; it grows together with one that it follows. */
  void add(int from, int to, int count) {
    if (from == to) {
      return;
    }
    if (own != null || from != end) {
      close();
      start = from;
    }
    end = to;
    changes += count;
  }

  /** Adds changes that are somebody's own: they are to be written into this. */
  Buffer own(int count) {
    if (own == null) {
      close();
      own = Buffer.buffer();
    }
    changes += count;
    return own;
  }

  SseFrame frame() {
    close();
    return new SseFrame(List.copyOf(parts), changes);
  }

  private void close() {
    if (own != null) {
      parts.add(own);
      own = null;
    } else if (start < end) {
      parts.add(shared.slice(start, end));
    }
    start = end;
  }
}
