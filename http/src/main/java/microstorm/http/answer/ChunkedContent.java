package microstorm.http.answer;

import jakarta.ws.rs.core.HttpHeaders;
import java.util.Arrays;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The content of a response, sent to one client in chunks. Several of them may share their bytes,
 * which must not change.
 */
public final class ChunkedContent {

  private static final int CHUNK_BYTES = 64 * 1024;

  private final int length;
  private final @Nullable String encoding;
  private final Runnable progressed;
  private final Runnable done;
  private byte[] bytes;
  private int sent;

  /**
   * @param progressed called each time the client is ready for another chunk
   * @param done called when the content is forgotten; may be called more than once
   */
  public ChunkedContent(byte[] bytes, Runnable progressed, Runnable done) {
    this(bytes, null, progressed, done);
  }

  /**
   * Content that nobody counts.
   *
   * @param encoding the Content-Encoding of the bytes; null if there is none
   */
  ChunkedContent(byte[] bytes, @Nullable String encoding) {
    this(bytes, encoding, () -> {}, () -> {});
  }

  private ChunkedContent(
      byte[] bytes, @Nullable String encoding, Runnable progressed, Runnable done) {
    this.bytes = bytes;
    this.length = bytes.length;
    this.encoding = encoding;
    this.progressed = progressed;
    this.done = done;
  }

  /** Passes the headers that describe the content to a response. */
  void describe(BiConsumer<String, String> response) {
    response.accept(HttpHeaders.CONTENT_LENGTH, String.valueOf(length));
    if (encoding != null) {
      response.accept(HttpHeaders.CONTENT_ENCODING, encoding);
    }
  }

  /** The next chunk; empty when everything was sent or the content was forgotten. */
  synchronized byte[] next() {
    if (bytes == null) {
      return new byte[0];
    }
    progressed.run();
    int from = sent;
    sent = Math.min(length, from + CHUNK_BYTES);
    return Arrays.copyOfRange(bytes, from, sent);
  }

  synchronized boolean isSent() {
    return sent == length;
  }

  /**
   * Drops the remaining bytes, because the client has received everything, does not read or is
   * gone.
   */
  public void forget() {
    synchronized (this) {
      bytes = null;
    }
    done.run();
  }
}
