package microstorm.connections;

import static microstorm.testing.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.net.SocketException;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import microstorm.testing.RawClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Connections whose clients send no complete head, or read no response; controls raise the bounds.
 */
class ConnectionGuardTest {

  private static final Duration LONG = Duration.ofMinutes(5);
  private static final String REQUEST = "GET / HTTP/1.1\r\nHost: a\r\n\r\n";

  private static final int FLOOD = 20_000;

  /** All responses together are more than a socket buffers for a client that does not read. */
  private static final String ANSWER = "x".repeat(2_000) + "ok";

  private final Vertx vertx = Vertx.vertx();
  private final Queue<HttpServerRequest> held = new ConcurrentLinkedQueue<>();
  private final AtomicInteger requests = new AtomicInteger();

  @AfterEach
  void stop() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  /** A server that responds at once, except on {@code /held}, where the test responds. */
  private int serve(Duration headTimeout, int pipelined) {
    ConnectionGuards.enable(headTimeout, pipelined);
    return vertx
        .createHttpServer(new HttpServerOptions().setHttp2ClearTextEnabled(false))
        .requestHandler(
            request -> {
              requests.incrementAndGet();
              if (request.path().equals("/held")) {
                held.add(request);
              } else {
                request.response().end(ANSWER);
              }
            })
        .listen(0, "127.0.0.1")
        .toCompletionStage()
        .toCompletableFuture()
        .join()
        .actualPort();
  }

  @Test
  void aConnectionWithoutAHeadIsClosed() throws IOException {
    int port = serve(Duration.ofMillis(200), 16);
    try (RawClient silent = new RawClient(port);
        RawClient slow = new RawClient(port)) {
      slow.send("GET / HTTP/1.1\r\nHo");
      assertThat(silent.isClosedByTheServer()).isTrue();
      assertThat(slow.isClosedByTheServer()).isTrue();
    }
  }

  @Test
  void aConnectionWithAnIncompleteLaterHeadIsClosed() throws IOException {
    int port = serve(Duration.ofMillis(200), 16);
    try (RawClient client = new RawClient(port)) {
      client.send(REQUEST);
      assertThat(client.answer()).startsWith("HTTP/1.1 200");
      client.send("GET / HTTP/1.1\r\nHo");
      assertThat(client.isClosedByTheServer()).isTrue();
    }
  }

  /** The control of both. */
  @Test
  void aSlowHeadIsAcceptedWithALongTimeout() throws IOException {
    int lenient = serve(LONG, 16);
    try (RawClient waited = new RawClient(lenient)) {
      waited.send(REQUEST);
      assertThat(waited.answer()).startsWith("HTTP/1.1 200");
      waited.send("GET / HTTP/1.1\r\nHo");
      int strict = serve(Duration.ofMillis(200), 16);
      try (RawClient refused = new RawClient(strict)) {
        refused.send("GET / HTTP/1.1\r\nHo");
        assertThat(refused.isClosedByTheServer()).isTrue();
      }
      waited.send("st: a\r\n\r\n");
      assertThat(waited.answer()).startsWith("HTTP/1.1 200");
    }
  }

  /** The timeout does not include the time until a response or between requests. */
  @Test
  void aSlowResponseAndAnIdleConnectionAreNoSlowHeads() throws IOException {
    int port = serve(Duration.ofMillis(300), 16);
    try (RawClient client = new RawClient(port);
        RawClient refused = new RawClient(port)) {
      client.send("GET /held HTTP/1.1\r\nHost: a\r\n\r\n");
      assertThat(refused.isClosedByTheServer()).isTrue();
      await("the request").until(() -> !held.isEmpty());
      HttpServerRequest request = held.remove();
      vertx.runOnContext(now -> request.response().end("late"));
      assertThat(client.answer()).endsWith("late");
      try (RawClient other = new RawClient(port)) {
        assertThat(other.isClosedByTheServer()).isTrue();
      }
      client.send(REQUEST);
      assertThat(client.answer()).startsWith("HTTP/1.1 200");
    }
  }

  @Test
  void aConnectionWithTooManyPipelinedRequestsIsClosed() throws IOException {
    int port = serve(LONG, 4);
    try (RawClient client = new RawClient(port)) {
      client.send("GET /held HTTP/1.1\r\nHost: a\r\n\r\n" + REQUEST.repeat(4));
      assertThat(client.isClosedByTheServer()).isTrue();
    }
  }

  /** The control: with a higher bound, all requests are answered in turn. */
  @Test
  void pipelinedRequestsWithinTheBoundAreAnswered() throws IOException {
    int port = serve(LONG, 10_000);
    try (RawClient client = new RawClient(port)) {
      client.send("GET /held HTTP/1.1\r\nHost: a\r\n\r\n" + REQUEST.repeat(500));
      await("the request").until(() -> !held.isEmpty());
      HttpServerRequest request = held.remove();
      vertx.runOnContext(now -> request.response().end("late"));
      assertThat(client.answer()).endsWith("late");
      for (int i = 0; i < 500; i++) {
        assertThat(client.answer()).endsWith("ok");
      }
    }
  }

  @Test
  void unreadResponsesDoNotAccumulate() throws IOException {
    int port = serve(LONG, 16);
    try (RawClient client = new RawClient(port)) {
      await("the connection is cut").until(() -> !acceptsFlood(client));
      assertThat(requests.get()).isLessThan(FLOOD);
    }
  }

  /** The control: every response is created and waits in memory. */
  @Test
  void withAHigherBoundAllResponsesAreCreated() throws IOException {
    int port = serve(LONG, Integer.MAX_VALUE);
    try (RawClient client = new RawClient(port)) {
      assertThat(acceptsFlood(client)).isTrue();
      await("all answers").until(() -> requests.get() == FLOOD);
    }
  }

  /** Whether all requests could be sent; no response is read. */
  private static boolean acceptsFlood(RawClient client) throws IOException {
    String many = REQUEST.repeat(500);
    try {
      for (int i = 0; i < FLOOD / 500; i++) {
        client.send(many);
      }
      return true;
    } catch (SocketException closed) {
      return false;
    }
  }
}
