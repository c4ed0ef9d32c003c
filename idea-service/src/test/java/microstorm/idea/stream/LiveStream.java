package microstorm.idea.stream;

import static microstorm.testing.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import microstorm.testing.contract.Contracts;

/** A client of a live stream that records the events until the stream ends. */
public final class LiveStream implements AutoCloseable {

  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private final HttpResponse<InputStream> response;
  private final List<Event> events = new CopyOnWriteArrayList<>();
  private final StringBuffer bytes = new StringBuffer();
  private volatile boolean ended;

  /** An event, with the last id that arrived with or before it. */
  public record Event(String id, String type, String data) {
    String text() {
      return Contracts.tree(data).path("text").asText();
    }
  }

  private LiveStream(HttpResponse<InputStream> response) {
    this.response = response;
    Thread reader = new Thread(this::read, "live stream");
    reader.setDaemon(true);
    reader.start();
  }

  /** Opens a stream that resumes after an id; null opens it from the beginning. */
  public static LiveStream open(int port, UUID session, String token, String lastEventId) {
    return openWith(
        port,
        session,
        token,
        lastEventId == null ? Map.of() : Map.of("Last-Event-ID", lastEventId));
  }

  /** Opens a stream with some headers. */
  public static LiveStream openWith(
      int port, UUID session, String token, Map<String, String> headers) {
    Map<String, String> all = new HashMap<>(headers);
    all.put("Authorization", "Bearer " + token);
    return open(port, session, "", all);
  }

  /** Opens a stream without a token, by a query such as {@code ?ticket=...}. */
  public static LiveStream openBy(String query, int port, UUID session) {
    return open(port, session, query, Map.of());
  }

  private static LiveStream open(
      int port, UUID session, String query, Map<String, String> headers) {
    String address = "http://localhost:%d/api/boards/%s/stream%s";
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(address.formatted(port, session, query)));
    headers.forEach(request::header);
    try {
      return new LiveStream(
          CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofInputStream()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** The HTTP status. */
  public int status() {
    return response.statusCode();
  }

  String header(String name) {
    return response.headers().firstValue(name).orElse(null);
  }

  /** The events that arrived, in order. */
  public List<Event> events() {
    return events;
  }

  /** The texts of the ideas that arrived, in order. */
  public List<String> ideas() {
    return of("idea").map(Event::text).toList();
  }

  /** The events of one type, in order. */
  public Stream<Event> of(String type) {
    return events.stream().filter(event -> event.type().equals(type));
  }

  /** The lines that arrived. */
  public String bytes() {
    return bytes.toString();
  }

  String lastId() {
    return events.isEmpty() ? null : events.get(events.size() - 1).id();
  }

  public boolean isOver() {
    return ended;
  }

  /** Waits for an idea with this text. */
  public LiveStream awaitIdea(String text) {
    await("the idea " + text).until(() -> ideas().contains(text));
    return this;
  }

  /** Waits for an event of this type. */
  public LiveStream awaitEvent(String type) {
    assertThat(status()).as("the status of the stream").isEqualTo(200);
    await("the event " + type).until(() -> of(type).findAny().isPresent());
    return this;
  }

  /** Cuts the connection. */
  @Override
  public void close() {
    try {
      response.body().close();
    } catch (IOException e) {
      ended = true;
    }
  }

  private void read() {
    String id = null;
    String type = null;
    String data = null;
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        bytes.append(line).append('\n');
        if (line.startsWith("id: ")) {
          id = line.substring(4);
        } else if (line.startsWith("event: ")) {
          type = line.substring(7);
        } else if (line.startsWith("data: ")) {
          data = line.substring(6);
        } else if (line.isEmpty() && data != null) {
          events.add(new Event(id, type, data));
          data = null;
        }
      }
    } catch (IOException cut) {
      bytes.append("(cut)");
    } finally {
      ended = true;
    }
  }
}
