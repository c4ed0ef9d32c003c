package microstorm.idea.stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.buffer.Buffer;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Bytes of a stream (text/event-stream), ready to be sent. Many clients' frames may share them.
 *
 * @param parts each of them whole events
 * @param length how many bytes they are together
 * @param changes how many changes are in it
 */
record SseFrame(List<Buffer> parts, int length, int changes) {

  /** Keeps a quiet connection alive. */
  static final SseFrame HEARTBEAT = new SseFrame(List.of(Buffer.buffer(":\n\n")), 0);

  private static final int RETRY_MILLIS = 1_000;

  SseFrame(List<Buffer> parts, int changes) {
    this(parts, parts.stream().mapToInt(Buffer::length).sum(), changes);
  }

  /** The same behind a first word. */
  SseFrame behind(Buffer first) {
    List<Buffer> all = new ArrayList<>();
    all.add(first);
    all.addAll(parts);
    return new SseFrame(all, changes);
  }

  /** Everything that stands on a board, to begin with. */
  static SseFrame snapshot(long seq, Object board, ObjectMapper json) {
    return new SseFrame(
        List.of(Buffer.buffer(id(seq)).appendBuffer(event("snapshot", board, json))), 0);
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
  static Buffer retry(int which) {
    return Buffer.buffer(
        "retry: " + (RETRY_MILLIS + Math.floorMod(which * 619, RETRY_MILLIS)) + "\n\n");
  }

  /** Sends a client to another replica. */
  static Buffer reconnect(int which) {
    return retry(which).appendString("event: reconnect\ndata: {}\n\n");
  }
}
