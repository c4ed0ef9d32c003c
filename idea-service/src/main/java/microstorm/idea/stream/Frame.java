package microstorm.idea.stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.buffer.Buffer;
import java.io.UncheckedIOException;

/**
 * Bytes of a stream (text/event-stream), ready to be sent to any number of clients.
 *
 * @param changes how many changes are in it
 */
record Frame(Buffer bytes, int changes) {

  /** Keeps a quiet connection alive. */
  static final Frame HEARTBEAT = of(":\n\n");

  private static final int RETRY_MILLIS = 1_000;

  /** Everything that stands on a board, to begin with. */
  static Buffer snapshot(long seq, Object board, ObjectMapper json) {
    return Buffer.buffer(id(seq)).appendBuffer(event("snapshot", board, json));
  }

  /** An event without its number. */
  static Buffer event(String type, Object data, ObjectMapper json) {
    try {
      return Buffer.buffer("event: " + type + "\ndata: ")
          .appendBytes(json.writeValueAsBytes(data))
          .appendString("\n\n");
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The line that says from where to go on after this event. */
  static String id(long seq) {
    return "id: " + seq + "\n";
  }

  /**
   * How long a client should wait before it comes back: some 1.5 s, and not all of them at once.
   *
   * @param which tells clients apart
   */
  static String retry(int which) {
    return "retry: " + (RETRY_MILLIS + Math.floorMod(which * 619, RETRY_MILLIS)) + "\n\n";
  }

  /** Sends a client to another replica. */
  static Frame reconnect(int which) {
    return of(retry(which) + "event: reconnect\ndata: {}\n\n");
  }

  private static Frame of(String text) {
    return new Frame(Buffer.buffer(text), 0);
  }
}
