package microstorm.idea.snapshot;

import java.util.Arrays;

/** A board as JSON, on its way to a client in portions. */
final class ChunkedBody {

  private static final int PORTION_BYTES = 64 * 1024;

  private final PendingResponse unread;
  private final int length;
  private byte[] json;
  private int sent;

  /**
   * @param unread is released when the client has taken all, or is gone
   */
  ChunkedBody(byte[] json, PendingResponse unread) {
    this.json = json;
    this.length = json.length;
    this.unread = unread;
  }

  /** How many bytes it is. */
  int length() {
    return length;
  }

  /** What is to be sent next; nothing when all is sent, or the client was given up. */
  synchronized byte[] next() {
    if (json == null) {
      return new byte[0];
    }
    unread.progressed();
    int from = sent;
    sent = Math.min(length, from + PORTION_BYTES);
    return Arrays.copyOfRange(json, from, sent);
  }

  synchronized boolean isSent() {
    return sent == length;
  }

  /** Forgets what is left: all was taken, or its client does not read or is gone. */
  void forget() {
    synchronized (this) {
      json = null;
    }
    unread.release();
  }
}
