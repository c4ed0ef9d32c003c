package microstorm.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import microstorm.connections.ConnectionGuards;
import microstorm.local.setup.ListenAddress;
import microstorm.local.setup.Microservice;
import microstorm.local.setup.StartException;
import microstorm.local.setup.Upstreams;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class ProxyTest {
  private final Upstreams upstreams = new Upstreams();
  private final HttpClient http = HttpClient.newHttpClient();
  private final AtomicBoolean streamClosed = new AtomicBoolean();
  private final CountDownLatch firstEventSeen = new CountDownLatch(1);
  private Vertx vertx;
  private Proxy proxy;

  @BeforeEach
  void start() {
    vertx = Vertx.vertx();
    proxy = Proxy.listen(ListenAddress.LOCAL, 0, upstreams);
  }

  @AfterEach
  void stop() {
    proxy.close();
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  @Test
  void returnsAProblemWhileAServiceIsUnavailable() throws Exception {
    HttpResponse<String> answer = get("/api/reports");

    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.headers().firstValue("Retry-After")).hasValue("1");
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    assertThat(answer.body()).contains("/api/problems#unavailable", "report-service");
  }

  @Test
  void takesReplicasInTurnAndSkipsADeadOne() throws Exception {
    SocketAddress one = serve("one");
    SocketAddress two = serve("two");
    SocketAddress dead = SocketAddress.inetSocketAddress(1, "127.0.0.1");
    upstreams.set(Microservice.IDEA, List.of(one, dead, two));

    List<String> answers =
        List.of(
            get("/api/boards").body(),
            get("/api/boards").body(),
            get("/api/boards").body(),
            get("/api/boards").body());
    assertThat(answers).contains("one", "two").hasSize(4);
  }

  @Test
  void passesEventsAtOnceAndTheEndOfTheClient() throws Exception {
    upstreams.set(Microservice.IDEA, List.of(listen(this::stream)));
    try (Socket client = new Socket("127.0.0.1", proxy.port())) {
      client
          .getOutputStream()
          .write("GET /api/boards/1/stream HTTP/1.1\r\nHost: a\r\n\r\n".getBytes());
      BufferedReader lines = new BufferedReader(new InputStreamReader(client.getInputStream()));
      awaitLine(lines, "data: first");
      firstEventSeen.countDown();
      awaitLine(lines, "data: second");
    }
    await().untilTrue(streamClosed);
  }

  @Test
  void passesARefusalWhileTheClientIsStillSending() throws Exception {
    upstreams.set(
        Microservice.REPORT,
        List.of(
            listen(
                request ->
                    request
                        .response()
                        .setStatusCode(413)
                        .putHeader("Connection", "close")
                        .end("too large"))));
    try (Socket client = new Socket("127.0.0.1", proxy.port())) {
      OutputStream out = client.getOutputStream();
      out.write(
          "POST /api/logs HTTP/1.1\r\nHost: a\r\nContent-Length: 50000000\r\n\r\n".getBytes());
      out.write(new byte[100_000]);
      out.flush();
      BufferedReader lines = new BufferedReader(new InputStreamReader(client.getInputStream()));
      assertThat(lines.readLine()).startsWith("HTTP/1.1 413");
    }
  }

  @Test
  void passesTheHostThatTheClientUsed() throws Exception {
    upstreams.set(
        Microservice.IDEA,
        List.of(listen(request -> request.response().end(request.getHeader("Host")))));

    assertThat(get("/api/boards").body()).isEqualTo("127.0.0.1:" + proxy.port());
  }

  /** The services read the client's address from this header, so a client must not set it. */
  @Test
  void replacesTheAddressesThatAClientClaims() throws Exception {
    upstreams.set(
        Microservice.SESSION,
        List.of(
            listen(
                request -> {
                  List<String> claimed = request.headers().getAll("X-Forwarded-For");
                  request.response().end(request.getHeader("Claim") + " " + claimed);
                })));
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + proxy.port() + "/api/sessions"))
            .header("X-Forwarded-For", "192.0.2.1, 192.0.2.2")
            .header("X-Forwarded-For", "192.0.2.3")
            .header("Claim", "passed")
            .build();

    assertThat(http.send(request, BodyHandlers.ofString()).body()).isEqualTo("passed [127.0.0.1]");
  }

  @Test
  void passesLargeBodiesWhole() throws Exception {
    upstreams.set(
        Microservice.REPORT,
        List.of(
            listen(
                request ->
                    request.body().onSuccess(body -> request.response().end(body.length() + "")))));
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + proxy.port() + "/api/logs"))
            .POST(HttpRequest.BodyPublishers.ofByteArray(new byte[5_000_000]))
            .build();

    assertThat(http.send(request, BodyHandlers.ofString()).body()).isEqualTo("5000000");
  }

  @Test
  void keepsConnectionsToTheServicesOpen() throws Exception {
    Set<Integer> ports = ConcurrentHashMap.newKeySet();
    upstreams.set(
        Microservice.IDEA,
        List.of(
            listen(
                request -> {
                  ports.add(request.remoteAddress().port());
                  request.response().end();
                })));
    for (int i = 0; i < 20; i++) {
      get("/api/boards");
    }
    assertThat(ports).hasSize(1);
  }

  /**
   * The service may have carried out the change before it died: only the client knows whether to
   * repeat it.
   */
  @Test
  void repeatsNoChangeWhenAConnectionBreaks() throws Exception {
    AtomicInteger posts = new AtomicInteger();
    upstreams.set(
        Microservice.IDEA,
        List.of(
            listen(
                request -> {
                  if (request.method() == HttpMethod.GET) {
                    request.response().end();
                  } else {
                    posts.incrementAndGet();
                    request.connection().close();
                  }
                })));
    get("/api/boards");
    URI uri = URI.create("http://127.0.0.1:" + proxy.port() + "/api/boards/1/ideas");
    HttpRequest post =
        HttpRequest.newBuilder(uri).POST(HttpRequest.BodyPublishers.ofString("{}")).build();

    assertThat(http.send(post, BodyHandlers.ofString()).statusCode()).isEqualTo(503);
    assertThat(posts).hasValue(1);
    assertThat(get("/api/boards").statusCode()).isEqualTo(200);
  }

  @Test
  void opensNoTunnel() throws Exception {
    upstreams.set(Microservice.SESSION, List.of(listen(request -> request.toWebSocket())));
    String upgrade =
        "GET /chat HTTP/1.1\r\nHost: a\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
            + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n";
    assertThat(firstLineAfter(upgrade)).isNotNull().doesNotStartWith("HTTP/1.1 101");
  }

  @Test
  void closesAConnectionWithoutAHead() throws Exception {
    ConnectionGuards.enable(Duration.ofMillis(200), 16);
    assertThat(firstLineAfter("GET / HTTP/1.1\r\nHo")).isNull();
  }

  /** The control is the connection that stays open. */
  @Test
  void closesFurtherConnectionsOfAClient() throws Exception {
    ConnectionLimiter limiter = new ConnectionLimiter(new ConnectionLimiter.Limits(10, 2, 100, 10));
    try (Proxy limited = Proxy.listen(ListenAddress.LOCAL, 0, upstreams, limiter);
        Socket first = new Socket("127.0.0.1", limited.port())) {
      Socket second = new Socket("127.0.0.1", limited.port());
      assertThat(firstLine(first)).startsWith("HTTP/1.1 503");
      assertThat(firstLine(second)).startsWith("HTTP/1.1 503");
      try (Socket third = new Socket("127.0.0.1", limited.port())) {
        assertThat(firstLine(third)).isNull();
      }
      assertThat(firstLine(first)).startsWith("HTTP/1.1 503");

      second.close();
      await().until(() -> answersOnANewConnection(limited.port()));
    }
  }

  private static boolean answersOnANewConnection(int port) throws IOException {
    try (Socket client = new Socket("127.0.0.1", port)) {
      return firstLine(client) != null;
    }
  }

  /** The first line of the answer to a request. Null if the proxy closes the connection. */
  private static String firstLine(Socket client) throws IOException {
    try {
      client.getOutputStream().write("HEAD /api/reports HTTP/1.1\r\nHost: a\r\n\r\n".getBytes());
      BufferedReader lines = new BufferedReader(new InputStreamReader(client.getInputStream()));
      String first = lines.readLine();
      String line = first;
      while (line != null && !line.isEmpty()) {
        line = lines.readLine();
      }
      return first;
    } catch (SocketException reset) {
      return null;
    }
  }

  private static final int FEW = 16;

  /** Sends requests that the service does not answer, until it has all of them. */
  private List<Socket> occupy(Proxy limited, int requests) throws IOException {
    AtomicInteger arrived = new AtomicInteger();
    upstreams.set(
        Microservice.IDEA,
        List.of(
            listen(
                request -> {
                  if (request.path().endsWith("/slow")) {
                    arrived.incrementAndGet();
                  } else {
                    request.response().end("answer");
                  }
                })));
    List<Socket> clients = new ArrayList<>();
    for (int n = 0; n < requests; n++) {
      Socket client = new Socket("127.0.0.1", limited.port());
      client.getOutputStream().write("GET /api/boards/slow HTTP/1.1\r\nHost: a\r\n\r\n".getBytes());
      clients.add(client);
    }
    await().untilAtomic(arrived, equalTo(requests));
    return clients;
  }

  private static ConnectionLimiter few() {
    return new ConnectionLimiter(new ConnectionLimiter.Limits(FEW, FEW, 100, 100));
  }

  private static int status(Proxy limited) throws Exception {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(
                    URI.create("http://127.0.0.1:" + limited.port() + "/api/boards/1"))
                .build(),
            BodyHandlers.ofString())
        .statusCode();
  }

  /** Every accepted connection has its own to the service, however many others are slow. */
  @Test
  void slowRequestsOfOthersLeaveAConnectionToTheService() throws Exception {
    try (Proxy limited = Proxy.listen(ListenAddress.LOCAL, 0, upstreams, few())) {
      List<Socket> clients = occupy(limited, FEW - 1);
      assertThat(status(limited)).isEqualTo(200);
      close(clients);
    }
  }

  /** Negative control: with fewer connections to the service, a request is refused at once. */
  @Test
  void aRequestThatFindsNoConnectionDoesNotWait() throws Exception {
    try (Proxy limited = Proxy.listen(ListenAddress.LOCAL, 0, upstreams, few(), FEW / 2)) {
      List<Socket> clients = occupy(limited, FEW / 2);
      assertThat(status(limited)).isEqualTo(503);
      close(clients);
      await().until(() -> status(limited) == 200);
    }
  }

  private static void close(List<Socket> clients) throws IOException {
    for (Socket client : clients) {
      client.close();
    }
  }

  @Test
  void aPortInUseIsReported() {
    assertThatThrownBy(() -> Proxy.listen(ListenAddress.LOCAL, proxy.port(), upstreams))
        .isInstanceOf(StartException.class)
        .hasMessageContaining("Port " + proxy.port() + " is in use");
  }

  private void stream(HttpServerRequest request) {
    request.response().closeHandler(closed -> streamClosed.set(true));
    request.response().setChunked(true).putHeader("Content-Type", "text/event-stream");
    request.response().write("data: first\n\n");
    vertx.executeBlocking(
        () -> {
          firstEventSeen.await();
          return request.response().write(Buffer.buffer("data: second\n\n"));
        });
  }

  private SocketAddress serve(String name) {
    return listen(request -> request.response().end(name));
  }

  private SocketAddress listen(io.vertx.core.Handler<HttpServerRequest> handler) {
    HttpServer server =
        vertx
            .createHttpServer()
            .requestHandler(handler)
            .listen(0, "127.0.0.1")
            .toCompletionStage()
            .toCompletableFuture()
            .join();
    return SocketAddress.inetSocketAddress(server.actualPort(), "127.0.0.1");
  }

  private HttpResponse<String> get(String path) throws Exception {
    URI uri = URI.create("http://127.0.0.1:" + proxy.port() + path);
    return http.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
  }

  /** Null if the proxy closes the connection without a response. */
  private String firstLineAfter(String sent) throws IOException {
    try (Socket client = new Socket("127.0.0.1", proxy.port())) {
      client.getOutputStream().write(sent.getBytes());
      return new BufferedReader(new InputStreamReader(client.getInputStream())).readLine();
    }
  }

  private static void awaitLine(BufferedReader lines, String expected) throws IOException {
    String line = lines.readLine();
    while (line != null && !line.equals(expected)) {
      line = lines.readLine();
    }
    assertThat(line).isEqualTo(expected);
  }
}
