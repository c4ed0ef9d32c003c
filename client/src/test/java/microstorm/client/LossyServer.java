package microstorm.client;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;

/** A service behind a gateway that loses responses: it returns the given statuses in turn. */
final class LossyServer implements AutoCloseable {

  private static final byte[] BODY = "{\"id\":\"made\"}".getBytes(StandardCharsets.UTF_8);

  private final HttpServer server;
  private final Queue<Integer> answers;
  private final List<Optional<String>> keys = new CopyOnWriteArrayList<>();

  LossyServer(Integer... answers) throws IOException {
    this.answers = new ArrayDeque<>(List.of(answers));
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  Api api() {
    InetSocketAddress address = server.getAddress();
    return new Api(URI.create("http://127.0.0.1:" + address.getPort()));
  }

  /** The keys of the received requests, in order. */
  List<Optional<String>> keys() {
    return keys;
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    keys.add(Optional.ofNullable(exchange.getRequestHeaders().getFirst("Idempotency-Key")));
    exchange.getRequestBody().readAllBytes();
    exchange.sendResponseHeaders(answers.remove(), BODY.length);
    exchange.getResponseBody().write(BODY);
    exchange.close();
  }
}
