package microstorm.idea.sse;

import io.vertx.core.buffer.Buffer;
import java.util.ArrayList;
import java.util.List;

/** Builds a frame from pieces of shared bytes and from changes that only this client may see. */
public final class FrameBuilder {

  private final Buffer shared;
  private final List<Buffer> parts = new ArrayList<>();
  private Buffer own;
  private int ownBytes;
  private int start;
  private int end;
  private int changes;

  /**
   * @param shared the shared bytes; the pieces refer to them without a copy
   */
  public FrameBuilder(Buffer shared) {
    this.shared = shared;
  }

  /** Adds a piece of the shared bytes. Adjacent pieces are merged. */
  public void add(int from, int to, int count) {
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

  /** Adds other bytes that several clients share, without a copy. */
  public void addShared(Buffer bytes, int count) {
    close();
    if (bytes.length() > 0) {
      parts.add(bytes);
    }
    changes += count;
  }

  /** The bytes so far that only this client has. */
  public int ownBytes() {
    return own == null ? ownBytes : ownBytes + own.length();
  }

  /** Adds changes that only this client may see. They must be written into the returned buffer. */
  public Buffer own(int count) {
    if (own == null) {
      close();
      own = Buffer.buffer();
    }
    changes += count;
    return own;
  }

  public SseFrame frame() {
    close();
    return new SseFrame(List.copyOf(parts), changes);
  }

  private void close() {
    if (own != null) {
      parts.add(own);
      ownBytes += own.length();
      own = null;
    } else if (start < end) {
      parts.add(shared.slice(start, end));
    }
    start = end;
  }
}
