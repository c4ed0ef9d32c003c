package microstorm.idea.sse;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.buffer.Buffer;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Bytes of a stream (text/event-stream), ready to be sent. The frames of several clients may share
 * them.
 *
 * @param parts the parts, each with whole events
 * @param length the total number of bytes
 * @param changes the number of changes in the frame
 */
public record SseFrame(List<Buffer> parts, int length, int changes) {

  /** The event with the whole board. */
  public static final String SNAPSHOT = "snapshot";

  /** The event before the replica stops. */
  public static final String RECONNECT = "reconnect";

  /** The event before a stream ends because the same person opened too many others. */
  public static final String REPLACED = "replaced";

  /** A comment that keeps an idle connection alive. */
  static final SseFrame HEARTBEAT = new SseFrame(List.of(Buffer.buffer(":\n\n")), 0);

  private static final int RETRY_MILLIS = 1_000;

  public SseFrame(List<Buffer> parts, int changes) {
    this(parts, parts.stream().mapToInt(Buffer::length).sum(), changes);
  }

  /** The same frame after other bytes. */
  public SseFrame behind(Buffer first) {
    List<Buffer> all = new ArrayList<>();
    all.add(first);
    all.addAll(parts);
    return new SseFrame(all, changes);
  }

  /** The first frame: the whole board. */
  public static SseFrame snapshot(long seq, Object board, ObjectMapper json) {
    return new SseFrame(
        List.of(Buffer.buffer(id(seq)).appendBuffer(event(SNAPSHOT, board, json))), 0);
  }

  /** A frame with one event that has no id. */
  public static SseFrame of(String type, Object data, ObjectMapper json) {
    return new SseFrame(List.of(event(type, data, json)), 1);
  }

  /** An event without its id. */
  public static Buffer event(String type, Object data, ObjectMapper json) {
    try {
      return Buffer.buffer("event: " + type + "\ndata: ")
          .appendBytes(json.writeValueAsBytes(data))
          .appendString("\n\n");
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The line from which a client resumes after this event. */
  public static String id(long seq) {
    return "id: " + seq + "\n";
  }

  /**
   * The time after which a client should reconnect: 1 to 2 s, different for each client, so that
   * they do not all return at once.
   *
   * @param which a number that differs between clients
   */
  public static Buffer retry(int which) {
    return Buffer.buffer(
        "retry: " + (RETRY_MILLIS + Math.floorMod(which * 619, RETRY_MILLIS)) + "\n\n");
  }

  /** Tells a client that a newer stream of the same person has taken its place. */
  public static Buffer replaced() {
    return Buffer.buffer("event: " + REPLACED + "\ndata: {}\n\n");
  }

  /** Asks a client to reconnect, which leads it to another replica. */
  public static Buffer reconnect(int which) {
    return retry(which).appendString("event: " + RECONNECT + "\ndata: {}\n\n");
  }
}
