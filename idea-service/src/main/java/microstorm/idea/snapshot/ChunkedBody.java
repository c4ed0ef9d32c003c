package microstorm.idea.snapshot;

import java.util.Arrays;

/** A board as JSON, sent to a client in chunks. */
final class ChunkedBody {

  private static final int CHUNK_BYTES = 64 * 1024;

  private final PendingResponse unread;
  private final int length;
  private byte[] json;
  private int sent;

  /**
   * @param unread is released when the client has received everything or is gone
   */
  ChunkedBody(byte[] json, PendingResponse unread) {
    this.json = json;
    this.length = json.length;
    this.unread = unread;
  }

  /** The length in bytes. */
  int length() {
    return length;
  }

  /** The next chunk; empty when everything was sent or the client was given up. */
  synchronized byte[] next() {
    if (json == null) {
      return new byte[0];
    }
    unread.progressed();
    int from = sent;
    sent = Math.min(length, from + CHUNK_BYTES);
    return Arrays.copyOfRange(json, from, sent);
  }

  synchronized boolean isSent() {
    return sent == length;
  }

  /**
   * Drops the remaining bytes, because the client has received everything, does not read or is
   * gone.
   */
  void forget() {
    synchronized (this) {
      json = null;
    }
    unread.release();
  }
}
