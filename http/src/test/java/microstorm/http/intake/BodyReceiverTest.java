package microstorm.http.intake;

import static microstorm.testing.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import microstorm.http.HttpConfig;
import microstorm.testing.RawClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Bodies over real connections, with low bounds; each control raises one. */
class BodyReceiverTest {

  private final Vertx vertx = Vertx.vertx();
  private BodyReceiver receiver;

  @AfterEach
  void stop() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  /** A server that echoes the body it was handed, with these settings. */
  private int serve(Map<String, String> settings) {
    Map<String, String> all = new HashMap<>(Map.of("microstorm.http.max-body", "1000"));
    settings.forEach((key, value) -> all.put("microstorm.http." + key, value));
    HttpConfig config =
        new SmallRyeConfigBuilder()
            .addDiscoveredConverters()
            .withMapping(HttpConfig.class)
            .withDefaultValues(all)
            .build()
            .getConfigMapping(HttpConfig.class);
    receiver = new BodyReceiver(config, vertx, new EarlyRefusals(new SimpleMeterRegistry(), vertx));
    Filters filters = new Filters();
    receiver.register(filters);
    Router router = Router.router(vertx);
    filters.getFilters().forEach(filter -> router.route().handler(filter.getHandler()));
    router
        .route("/reset")
        .handler(
            request -> {
              request.response().setChunked(true).write("a part");
              request.response().reset();
            });
    router.route().handler(request -> request.response().end("got " + request.body().asString()));
    HttpServer server =
        vertx
            .createHttpServer(new HttpServerOptions().setHandle100ContinueAutomatically(true))
            .requestHandler(router)
            .listen(0, "127.0.0.1")
            .toCompletionStage()
            .toCompletableFuture()
            .join();
    return server.actualPort();
  }

  @Test
  void aCompleteBodyIsProcessedAndItsBytesAreReleased() throws IOException {
    int port = serve(Map.of());
    try (RawClient client = new RawClient(port)) {
      client.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nhe").send("llo");
      assertThat(client.answer()).startsWith("HTTP/1.1 200").endsWith("got hello");
      client.send("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n");
      client.send("3\r\nhel\r\n").send("2\r\nlo\r\n0\r\n\r\n");
      assertThat(client.answer()).startsWith("HTTP/1.1 200").endsWith("got hello");
    }
    await("nothing is held").until(() -> receiver.bytesHeld() == 0);
  }

  @Test
  void aSlowBodyIsRefused() throws IOException {
    int port = serve(Map.of("body-grace", "100ms", "body-min-rate", "1M"));
    try (RawClient client = new RawClient(port)) {
      client.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nhe");
      assertThat(client.answer())
          .startsWith("HTTP/1.1 408")
          .containsIgnoringCase("connection: close")
          .contains("/api/problems#body-too-slow");
      assertThat(client.isClosedByTheServer()).isTrue();
    }
  }

  @Test
  void aSteadyBodyThatTakesTooLongIsRefused() throws IOException {
    int port = serve(Map.of("body-deadline", "300ms"));
    try (RawClient client = new RawClient(port)) {
      client.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 900\r\n\r\n" + "x".repeat(800));
      assertThat(client.answer()).startsWith("HTTP/1.1 408");
    }
  }

  /** The control of both: with higher bounds, the server waits for the same body. */
  @Test
  void aSlowBodyIsAcceptedWithHigherBounds() throws IOException {
    int strict = serve(Map.of("body-grace", "100ms", "body-min-rate", "1M"));
    int lenient = serve(Map.of("body-grace", "5m", "body-deadline", "5m"));
    String start = "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nhe";
    try (RawClient waited = new RawClient(lenient);
        RawClient refused = new RawClient(strict)) {
      waited.send(start);
      refused.send(start);
      assertThat(refused.answer()).startsWith("HTTP/1.1 408");
      waited.send("llo");
      assertThat(waited.answer()).startsWith("HTTP/1.1 200").endsWith("got hello");
    }
  }

  @Test
  void bodiesThatFindNoRoomAreRefusedUntilOthersAreAnswered() throws IOException {
    int port =
        serve(Map.of("bodies-held", "1500", "bodies-held-per-address", "1500", "body-grace", "5m"));
    String large = "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1000\r\n\r\n";
    try (RawClient first = new RawClient(port);
        RawClient second = new RawClient(port)) {
      first.send(large + "x".repeat(900));
      await("the first is held").until(() -> receiver.bytesHeld() == 900);
      second.send(large + "x".repeat(900));
      assertThat(second.answer()).startsWith("HTTP/1.1 503").contains("retry-after: 5");
      first.send("x".repeat(100));
      assertThat(first.answer()).startsWith("HTTP/1.1 200");
    }
    try (RawClient third = new RawClient(port)) {
      third.send(large + "x".repeat(1_000));
      assertThat(third.answer()).startsWith("HTTP/1.1 200");
    }
  }

  /** The control: with more room both are accepted. */
  @Test
  void noBodyIsRefusedWithMoreRoom() throws IOException {
    int port = serve(Map.of("bodies-held", "2000", "bodies-held-per-address", "2000"));
    String large = "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1000\r\n\r\n";
    try (RawClient first = new RawClient(port);
        RawClient second = new RawClient(port)) {
      first.send(large + "x".repeat(900));
      await("the first is held").until(() -> receiver.bytesHeld() == 900);
      second.send(large + "x".repeat(1_000));
      assertThat(second.answer()).startsWith("HTTP/1.1 200");
    }
  }

  @Test
  void theBytesOfAClientThatLeavesAreReleased() throws IOException {
    int port = serve(Map.of());
    try (RawClient client = new RawClient(port)) {
      client.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 900\r\n\r\n" + "x".repeat(500));
      await("its bytes are held").until(() -> receiver.bytesHeld() == 500);
    }
    await("nothing is held").until(() -> receiver.bytesHeld() == 0);
  }

  @Test
  void aBodyOfGetOrOptionsIsRefused() throws IOException {
    int port = serve(Map.of());
    for (String method : new String[] {"GET", "OPTIONS"}) {
      try (RawClient client = new RawClient(port)) {
        client.send(method + " / HTTP/1.1\r\nHost: a\r\nContent-Length: 900\r\n\r\n");
        client.send("x".repeat(900));
        assertThat(client.answer())
            .startsWith("HTTP/1.1 400")
            .contains("/api/problems#unexpected-body");
        assertThat(receiver.bytesHeld()).isZero();
      }
    }
  }

  /** After a reset no end handler runs. */
  @Test
  void theBytesOfARequestWhoseResponseIsResetAreGivenBack() throws IOException {
    int port = serve(Map.of("bodies-held", "1000", "bodies-held-per-address", "1000"));
    String head = " HTTP/1.1\r\nHost: a\r\nContent-Length: 900\r\n\r\n";
    try (RawClient client = new RawClient(port)) {
      client.send("POST /reset" + head + "x".repeat(900));
      assertThat(client.answer()).startsWith("HTTP/1.1 200");
    }
    await("nothing is held").until(() -> receiver.bytesHeld() == 0);
    try (RawClient client = new RawClient(port)) {
      client.send("POST /" + head + "x".repeat(900));
      assertThat(client.answer()).startsWith("HTTP/1.1 200").endsWith("x".repeat(900));
    }
  }

  /** The control is {@link #bodiesThatFindNoRoomAreRefusedUntilOthersAreAnswered}. */
  @Test
  void aBodyThatHardlyArrivesMakesRoomForOthers() throws IOException {
    int port =
        serve(
            Map.of(
                "bodies-held", "1500",
                "bodies-held-per-address", "1500",
                "body-grace", "100ms",
                "body-min-rate", "0"));
    String large = "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1000\r\n\r\n";
    try (RawClient idle = new RawClient(port)) {
      idle.send(large + "x".repeat(900));
      await("it is held").until(() -> receiver.bytesHeld() == 900);
      await("room for another").until(() -> isAccepted(port, large + "x".repeat(1_000)));
      assertThat(idle.answer()).startsWith("HTTP/1.1 503").contains("retry-after: 5");
    }
    await("nothing is held").until(() -> receiver.bytesHeld() == 0);
  }

  private static final Map<String, String> FOR_TWO =
      Map.of("bodies-held", "2000", "bodies-held-per-address", "1000", "body-grace", "5m");

  /** They send nearly everything at once, so none of their bodies is behind. */
  @Test
  void addressesThatHoldAllRoomMakeRoomForAnother() throws IOException {
    int port = serve(FOR_TWO);
    String large = "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 500\r\n\r\n";
    try (RawClient first = new RawClient(port, "127.0.0.2");
        RawClient second = new RawClient(port, "127.0.0.2");
        RawClient third = new RawClient(port, "127.0.0.3");
        RawClient fourth = new RawClient(port, "127.0.0.3");
        RawClient newcomer = new RawClient(port)) {
      for (RawClient client : List.of(first, second, third, fourth)) {
        client.send(large + "x".repeat(499));
      }
      await("all room is taken").until(() -> receiver.bytesHeld() == 4 * 499);
      newcomer.send(large + "x".repeat(499));
      newcomer.send("x");
      assertThat(newcomer.answer()).startsWith("HTTP/1.1 200");
      int refused = 0;
      for (RawClient client : List.of(first, second, third, fourth)) {
        try {
          client.send("x");
          refused += client.answer().startsWith("HTTP/1.1 503") ? 1 : 0;
        } catch (IOException closed) {
          refused++;
        }
      }
      assertThat(refused).isEqualTo(1);
    }
    await("nothing is held").until(() -> receiver.bytesHeld() == 0);
  }

  /** The control: who would hold as much as the others displaces nobody. */
  @Test
  void anAddressThatHoldsAsMuchAsOthersDisplacesNone() throws IOException {
    int port = serve(FOR_TWO);
    String large = "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1000\r\n\r\n";
    try (RawClient first = new RawClient(port, "127.0.0.2");
        RawClient second = new RawClient(port, "127.0.0.3");
        RawClient newcomer = new RawClient(port)) {
      first.send(large + "x".repeat(900));
      second.send(large + "x".repeat(900));
      await("most room is taken").until(() -> receiver.bytesHeld() == 1_800);
      newcomer.send(large + "x".repeat(900));
      assertThat(newcomer.answer()).startsWith("HTTP/1.1 503");
      for (RawClient client : List.of(first, second)) {
        client.send("x".repeat(100));
        assertThat(client.answer()).startsWith("HTTP/1.1 200");
      }
    }
  }

  private static boolean isAccepted(int port, String request) throws IOException {
    try (RawClient client = new RawClient(port)) {
      return client.send(request).answer().startsWith("HTTP/1.1 200");
    }
  }

  @Test
  void aBodyThatIsTooLargeIsRefusedWithAndWithoutALength() throws IOException {
    int port = serve(Map.of());
    for (String head : new String[] {"Content-Length: 1001", "Transfer-Encoding: chunked"}) {
      try (RawClient client = new RawClient(port)) {
        client.send("POST / HTTP/1.1\r\nHost: a\r\n" + head + "\r\n\r\n");
        client.send(head.endsWith("chunked") ? "3e9\r\n" + "x".repeat(1_001) : "x");
        assertThat(client.answer()).startsWith("HTTP/1.1 413").contains("problems#body-too-large");
      }
    }
  }

  @Test
  void theBudgetOfOneAddressLeavesRoomForOthers() {
    BodyBudget budget = new BodyBudget(100, 60);
    assertThat(budget.take("192.0.2.1", 60)).isTrue();
    assertThat(budget.take("192.0.2.1", 1)).isFalse();
    assertThat(budget.take("192.0.2.2", 40)).isTrue();
    assertThat(budget.take("192.0.2.2", 1)).isFalse();
    budget.release("192.0.2.1", 60);
    budget.release("192.0.2.2", 40);
    assertThat(budget.held()).isZero();
    assertThat(budget.clients()).isZero();
  }
}
