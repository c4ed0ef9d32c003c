package microstorm.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Reads a board's live stream. After a lost connection it reconnects and continues after the last
 * event that it received, from any replica.
 */
public final class LiveStream implements AutoCloseable {

  private static final int RECONNECT_MILLIS = 200;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient http;
  private final URI uri;
  private final String token;
  private final CountDownLatch closed = new CountDownLatch(1);
  private volatile Stream<String> lines = Stream.empty();
  private volatile int status;
  private volatile String lastId = "";
  private final AtomicInteger connections = new AtomicInteger();

  LiveStream(HttpClient http, URI uri, String token) {
    this.http = http;
    this.uri = uri;
    this.token = token;
  }

  /**
   * An event of the stream.
   *
   * @param id the number of the change, or 0 if it has none
   */
  public record Event(long id, String type, JsonNode data) {}

  /**
   * Passes each event to the listener, in a thread of its own, until the stream is closed or
   * refused.
   */
  public LiveStream listen(Consumer<Event> listener) {
    Thread thread = new Thread(() -> run(listener), "live-stream");
    thread.setDaemon(true);
    thread.start();
    return this;
  }

  /** The status of the last connection attempt: 200, or that of a refusal. */
  public int status() {
    return status;
  }

  /** The number of connections so far. */
  public int connections() {
    return connections.get();
  }

  @Override
  public void close() {
    closed.countDown();
    lines.close();
  }

  private void run(Consumer<Event> listener) {
    try {
      boolean again = true;
      while (again && !closed.await(0, TimeUnit.MILLISECONDS)) {
        again = read(listener) && !closed.await(RECONNECT_MILLIS, TimeUnit.MILLISECONDS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Reads one connection to its end. Returns whether to connect again. */
  private boolean read(Consumer<Event> listener) throws InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(uri)
            .header("Accept", "text/event-stream")
            .header("Authorization", "Bearer " + token);
    if (!lastId.isEmpty()) {
      request.header("Last-Event-ID", lastId);
    }
    try {
      HttpResponse<Stream<String>> response = http.send(request.build(), BodyHandlers.ofLines());
      status = response.statusCode();
      lines = response.body();
      connections.incrementAndGet();
      if (status == 200) {
        Frame frame = new Frame();
        lines.forEach(line -> frame.take(line, listener));
      }
    } catch (IOException | UncheckedIOException cut) {
      return true;
    }
    return status == 200 || status >= 429;
  }

  /** Collects the lines of one event, up to an empty line. */
  private final class Frame {
    private String id = "";
    private String type = "message";
    private final StringBuilder data = new StringBuilder();

    void take(String line, Consumer<Event> listener) {
      if (line.isEmpty()) {
        end(listener);
      } else if (line.startsWith("id:")) {
        id = line.substring(3).strip();
      } else if (line.startsWith("event:")) {
        type = line.substring(6).strip();
      } else if (line.startsWith("data:")) {
        data.append(line.substring(5).strip());
      }
    }

    private void end(Consumer<Event> listener) {
      if (data.length() > 0) {
        listener.accept(new Event(id.isEmpty() ? 0 : Long.parseLong(id), type, parse()));
      }
      if (!id.isEmpty()) {
        lastId = id;
      }
      id = "";
      type = "message";
      data.setLength(0);
    }

    private JsonNode parse() {
      try {
        return JSON.readTree(data.toString());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
