package microstorm.http.intake;

import static microstorm.testing.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import microstorm.testing.RawClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Connections of clients that do not read, with more unsent bytes than sockets hold. */
class ConnectionCloserTest {

  private static final int MORE_THAN_SOCKETS_HOLD = 32 << 20;

  private final Vertx vertx = Vertx.vertx();
  private final Map<String, RoutingContext> requests = new ConcurrentHashMap<>();
  private final Set<String> ended = ConcurrentHashMap.newKeySet();
  private final Set<String> closed = ConcurrentHashMap.newKeySet();

  @AfterEach
  void stop() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  private int serve() {
    Router router = Router.router(vertx);
    router.route().handler(this::answer);
    return vertx
        .createHttpServer(new HttpServerOptions())
        .requestHandler(router)
        .listen(0, "127.0.0.1")
        .toCompletionStage()
        .toCompletableFuture()
        .join()
        .actualPort();
  }

  private void answer(RoutingContext http) {
    String path = http.request().path();
    http.addEndHandler(end -> ended.add(path));
    http.request().connection().closeHandler(close -> closed.add(path));
    http.response().setChunked(true).write(Buffer.buffer(new byte[MORE_THAN_SOCKETS_HOLD]));
    requests.put(path, http);
  }

  private HttpServerRequest request(RawClient client, String path) throws IOException {
    client.send("GET %s HTTP/1.1\r\nHost: a\r\n\r\n".formatted(path));
    await("the request " + path).until(() -> requests.containsKey(path));
    return requests.get(path).request();
  }

  /** The negative control is the connection that the platform resets: it stays. */
  @Test
  void aConnectionIsClosedDespiteUnreadBytes() throws IOException {
    int port = serve();
    try (RawClient first = new RawClient(port);
        RawClient second = new RawClient(port)) {
      HttpServerRequest reset = request(first, "/reset");
      HttpServerRequest cut = request(second, "/cut");
      vertx.runOnContext(now -> reset.response().reset());
      await("the reset response").until(() -> reset.response().closed());

      ConnectionCloser.closeAtOnce(cut);
      await("the closed connection").until(() -> closed.contains("/cut"));
      await("its end handler").until(() -> ended.contains("/cut"));
      ConnectionCloser.closeAtOnce(cut); // has no effect
      assertThat(closed).doesNotContain("/reset");

      ConnectionCloser.closeAtOnce(reset);
      await("the connection of the reset response").until(() -> closed.contains("/reset"));
      assertThat(ended).doesNotContain("/reset");
    }
  }
}
