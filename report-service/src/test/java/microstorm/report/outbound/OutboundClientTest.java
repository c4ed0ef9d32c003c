package microstorm.report.outbound;

import static microstorm.testing.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetSocket;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import microstorm.report.outbound.OutboundFailure.Kind;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Requests to real servers on this machine, which the tests permit unless they say otherwise. */
class OutboundClientTest {

  private static final Vertx VERTX = Vertx.vertx();
  private static final String LOOPBACK = "127.0.0.0/8";
  private static final UUID TEAM = UUID.randomUUID();
  private static final int LOOK_UPS_OF_A_TEAM = 4;
  private static final Duration PATIENT = Duration.ofMinutes(2);
  private static final int MAX_BODY = 10;

  /** Every name leads here. */
  private static final HostNames HERE = host -> List.of(InetAddress.getByName("127.0.0.1"));

  @AfterAll
  static void stop() {
    VERTX.close();
  }

  @Test
  void sendsARequestAndReadsTheResponse() throws OutboundFailure {
    List<String> received = new CopyOnWriteArrayList<>();
    int port =
        serve(
            request ->
                request.body(
                    body -> {
                      received.add(
                          request.method() + " " + request.uri() + " " + request.getHeader("Host"));
                      received.add(request.getHeader("X-Name") + " " + body.result());
                      request.response().setStatusCode(201).putHeader("X-Other", "o").end("fine");
                    }));

    OutboundResponse response =
        get(
            client()
                .send(
                    new OutboundRequest(
                        TEAM,
                        "POST",
                        OutboundTarget.parse("http://receiver.test:" + port + "/hook?a=b"),
                        Map.of("X-Name", "n"),
                        Buffer.buffer("body"),
                        PATIENT,
                        MAX_BODY)));

    assertThat(received).containsExactly("POST /hook?a=b receiver.test:" + port, "n body");
    assertThat(response.status()).isEqualTo(201);
    assertThat(response.headers().get("x-other")).isEqualTo("o");
    assertThat(response.body().toString()).isEqualTo("fine");
    assertThat(response.complete()).isTrue();
  }

  @Test
  void readsAtMostTheBytesThatTheRequestPermits() throws OutboundFailure {
    int port = serve(request -> request.response().end("x".repeat(100_000)));

    OutboundResponse response = get(send(client(), "http://receiver.test:" + port));

    assertThat(response.body().length()).isEqualTo(MAX_BODY);
    assertThat(response.complete()).isFalse();
  }

  @Test
  void followsNoRedirect() throws OutboundFailure {
    AtomicInteger requests = new AtomicInteger();
    int port =
        serve(
            request -> {
              requests.incrementAndGet();
              request.response().setStatusCode(302).putHeader("Location", "/other").end();
            });

    OutboundResponse response = get(send(client(), "http://receiver.test:" + port));

    assertThat(response.status()).isEqualTo(302);
    assertThat(response.headers().get("Location")).isEqualTo("/other");
    assertThat(requests).hasValue(1);
  }

  @Test
  void refusesAPrivateAddressWithoutConnecting() throws OutboundFailure {
    AtomicInteger requests = new AtomicInteger();
    int port = serve(request -> requests.incrementAndGet());
    OutboundClient strict = TestOutbound.client(VERTX, HERE, new HttpClientOptions());

    assertThat(failure(send(strict, "http://receiver.test:" + port)).kind())
        .isEqualTo(Kind.ADDRESS_REFUSED);
    assertThat(failure(strict.check(TEAM, OutboundTarget.parse("http://receiver.test"))).kind())
        .isEqualTo(Kind.ADDRESS_REFUSED);
    assertThat(requests).hasValue(0);
  }

  /** A name that leads to a permitted address at first, and to another one a moment later. */
  @Test
  void connectsToTheAddressThatItChecked() throws OutboundFailure {
    AtomicInteger lookUps = new AtomicInteger();
    HostNames changing =
        host ->
            List.of(
                InetAddress.getByName(lookUps.getAndIncrement() == 0 ? "127.0.0.1" : "127.0.0.2"));
    OutboundClient client =
        TestOutbound.client(VERTX, changing, new HttpClientOptions(), "127.0.0.1/32");
    int port = serve(request -> request.response().end("one"));

    assertThat(get(send(client, "http://receiver.test:" + port)).body().toString())
        .isEqualTo("one");
    assertThat(lookUps).hasValue(1);
    assertThat(failure(send(client, "http://receiver.test:" + port)).kind())
        .isEqualTo(Kind.ADDRESS_REFUSED);
  }

  @Test
  void triesTheNextAddressIfTheFirstDoesNotAccept() throws OutboundFailure {
    HostNames two =
        host -> List.of(InetAddress.getByName("127.0.0.9"), InetAddress.getByName("127.0.0.1"));
    OutboundClient client = TestOutbound.client(VERTX, two, new HttpClientOptions(), LOOPBACK);
    int port = serve(request -> request.response().end("one"));

    assertThat(get(send(client, "http://receiver.test:" + port)).status()).isEqualTo(200);
  }

  @Test
  void saysThatNobodyAnswersInTime() throws OutboundFailure {
    int port = serve(request -> {});

    Future<OutboundResponse> sent =
        client()
            .send(
                new OutboundRequest(
                    TEAM,
                    "GET",
                    OutboundTarget.parse("http://receiver.test:" + port),
                    Map.of(),
                    null,
                    Duration.ofMillis(200),
                    MAX_BODY));

    assertThat(failure(sent).kind()).isEqualTo(Kind.TIMEOUT);
  }

  @Test
  void saysWhyThereIsNoResponse() throws OutboundFailure {
    int closed = listen(NetSocket::close);
    int other = listen(socket -> socket.write("220 mail.test\r\n\r\n"));
    int large = serve(request -> request.response().putHeader("X", "y".repeat(20_000)).end());
    int gone = serve(request -> {});
    SERVERS.remove(SERVERS.size() - 1).close().toCompletionStage().toCompletableFuture().join();

    assertThat(failure(send(client(), "http://receiver.test:" + closed)).kind())
        .isEqualTo(Kind.CONNECTION);
    assertThat(failure(send(client(), "http://receiver.test:" + gone)).kind())
        .isEqualTo(Kind.CONNECTION);
    assertThat(failure(send(client(), "http://receiver.test:" + other)).kind())
        .isEqualTo(Kind.BAD_RESPONSE);
    assertThat(failure(send(client(), "http://receiver.test:" + large)).kind())
        .isEqualTo(Kind.TOO_LARGE);
    assertThat(failure(send(client(), "https://receiver.test:" + large)).kind())
        .isEqualTo(Kind.TLS);
  }

  @Test
  void opensAFewConnectionsToAHostAndInTotal() throws OutboundFailure {
    List<HttpServerRequest> open = new CopyOnWriteArrayList<>();
    int port = serve(open::add);
    OutboundClient client = client();
    List<Future<OutboundResponse>> sent = new ArrayList<>();
    for (String host : List.of("a.test", "a.test", "b.test")) {
      sent.add(send(client, "http://" + host + ":" + port));
    }
    await("three requests").until(() -> open.size() == 3);

    assertThat(failure(send(client, "http://a.test:" + port)).kind()).isEqualTo(Kind.BUSY);
    assertThat(failure(send(client, "http://c.test:" + port)).kind()).isEqualTo(Kind.BUSY);

    open.forEach(request -> request.response().end());
    sent.forEach(OutboundClientTest::get);
    Future<OutboundResponse> later = send(client, "http://c.test:" + port);
    await("a fourth request").until(() -> open.size() == 4);
    open.get(3).response().end();
    assertThat(get(later).status()).isEqualTo(200);
  }

  /** A name server that does not answer keeps a look-up longer than its request. */
  @Test
  void theLookUpsOfATeamDoNotKeepThoseOfOthersWaiting() throws OutboundFailure {
    int port = serve(request -> request.response().end());
    CountDownLatch answer = new CountDownLatch(1);
    HostNames names =
        host -> {
          if (host.startsWith("silent")) {
            awaitAnswer(answer);
          }
          return HERE.resolve(host);
        };
    OutboundClient client = TestOutbound.client(VERTX, names, new HttpClientOptions(), LOOPBACK);
    String good = "http://receiver.test:" + port;
    for (int i = 0; i < LOOK_UPS_OF_A_TEAM; i++) {
      Future<OutboundResponse> sent =
          client.send(of(TEAM, "http://silent" + i + ".test:" + port, Duration.ofMillis(200)));
      assertThat(failure(sent).kind()).isEqualTo(Kind.TIMEOUT);
    }

    assertThat(failure(client.send(of(TEAM, good, PATIENT))).kind()).isEqualTo(Kind.BUSY);
    assertThat(get(client.send(of(UUID.randomUUID(), good, PATIENT))).status()).isEqualTo(200);

    answer.countDown();
    await("a look-up of the team")
        .until(
            () ->
                join(
                    client
                        .send(of(TEAM, good, PATIENT))
                        .map(response -> response.status() == 200)
                        .otherwise(false)));
  }

  private static void awaitAnswer(CountDownLatch answer) {
    try {
      answer.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static OutboundRequest of(UUID team, String address, Duration timeout)
      throws OutboundFailure {
    return new OutboundRequest(
        team, "GET", OutboundTarget.parse(address), Map.of(), null, timeout, MAX_BODY);
  }

  private static final List<HttpServer> SERVERS = new CopyOnWriteArrayList<>();

  private static OutboundClient client() {
    return TestOutbound.client(VERTX, HERE, new HttpClientOptions(), LOOPBACK);
  }

  private static Future<OutboundResponse> send(OutboundClient client, String address)
      throws OutboundFailure {
    return client.send(of(TEAM, address, PATIENT));
  }

  private static int serve(Handler<HttpServerRequest> handler) {
    HttpServer server =
        join(VERTX.createHttpServer().requestHandler(handler).listen(0, "127.0.0.1"));
    SERVERS.add(server);
    return server.actualPort();
  }

  private static int listen(Handler<NetSocket> handler) {
    NetServer server = join(VERTX.createNetServer().connectHandler(handler).listen(0, "127.0.0.1"));
    return server.actualPort();
  }

  private static <T> T join(Future<T> future) {
    return future.toCompletionStage().toCompletableFuture().join();
  }

  private static OutboundResponse get(Future<OutboundResponse> sent) {
    return join(sent);
  }

  private static OutboundFailure failure(Future<?> sent) {
    Promise<Throwable> cause = Promise.promise();
    sent.onComplete(end -> cause.complete(end.cause()));
    return (OutboundFailure) join(cause.future());
  }
}
