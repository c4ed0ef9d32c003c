package microstorm.report.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.PfxOptions;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import microstorm.report.outbound.OutboundFailure.Kind;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The certificate is checked against the name of the host, not against the address. */
class OutboundTlsTest {

  private static final Vertx VERTX = Vertx.vertx();
  private static final String PASSWORD = "changeit";

  @TempDir static Path directory;

  private static PfxOptions certificate;
  private static HttpServer server;

  @BeforeAll
  static void start() throws IOException, InterruptedException {
    Path store = directory.resolve("server.p12");
    int exit =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-keyalg",
                "EC",
                "-dname",
                "CN=receiver.test",
                "-ext",
                "san=dns:receiver.test",
                "-storetype",
                "PKCS12",
                "-keystore",
                store.toString(),
                "-storepass",
                PASSWORD)
            .inheritIO()
            .start()
            .waitFor();
    assertThat(exit).isZero();
    certificate = new PfxOptions().setPath(store.toString()).setPassword(PASSWORD);
    server =
        join(
            VERTX
                .createHttpServer(
                    new HttpServerOptions()
                        .setSsl(true)
                        .setSni(true)
                        .setKeyCertOptions(certificate))
                .requestHandler(
                    request -> request.response().end(request.connection().indicatedServerName()))
                .listen(0, "127.0.0.1"));
  }

  @AfterAll
  static void stop() {
    VERTX.close();
  }

  @Test
  void acceptsTheCertificateOfTheHost() throws OutboundFailure {
    OutboundResponse response = join(send("receiver.test", trusting()));

    assertThat(response.body().toString()).isEqualTo("receiver.test");
  }

  @Test
  void refusesTheCertificateOfAnotherHost() throws OutboundFailure {
    assertThat(failure(send("other.test", trusting())).kind()).isEqualTo(Kind.TLS);
  }

  @Test
  void refusesACertificateThatNobodyVouchesFor() throws OutboundFailure {
    assertThat(failure(send("receiver.test", new HttpClientOptions())).kind()).isEqualTo(Kind.TLS);
  }

  private static HttpClientOptions trusting() {
    return new HttpClientOptions().setTrustOptions(certificate);
  }

  private static Future<OutboundResponse> send(String host, HttpClientOptions options)
      throws OutboundFailure {
    OutboundTarget target =
        OutboundTarget.parse("https://%s:%d/".formatted(host, server.actualPort()));
    return TestOutbound.client(
            VERTX, name -> List.of(InetAddress.getByName("127.0.0.1")), options, "127.0.0.0/8")
        .send(
            new OutboundRequest(
                UUID.randomUUID(), "GET", target, Map.of(), null, Duration.ofMinutes(2), 100));
  }

  private static <T> T join(Future<T> future) {
    return future.toCompletionStage().toCompletableFuture().join();
  }

  private static OutboundFailure failure(Future<?> sent) {
    Promise<Throwable> cause = Promise.promise();
    sent.onComplete(end -> cause.complete(end.cause()));
    return (OutboundFailure) join(cause.future());
  }
}
