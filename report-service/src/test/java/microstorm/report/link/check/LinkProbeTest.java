package microstorm.report.link.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.TestProfile;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import microstorm.report.ReportServiceTest;
import microstorm.report.link.LinkState;
import microstorm.report.outbound.TestHostNames;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Checks of single addresses, at a real server on this machine. */
@ReportServiceTest
@TestProfile(LinkCheckSettings.class)
class LinkProbeTest {

  private static final UUID TEAM = UUID.randomUUID();

  private static final Vertx VERTX = Vertx.vertx();

  @Inject LinkProbe probe;

  private final List<String> requests = new CopyOnWriteArrayList<>();
  private volatile Consumer<HttpServerRequest> answer = request -> request.response().end();
  private HttpServer server;

  @BeforeEach
  void start() {
    server =
        VERTX
            .createHttpServer()
            .requestHandler(
                request -> {
                  requests.add(request.method() + " " + request.uri());
                  answer.accept(request);
                })
            .listen(0, "127.0.0.1")
            .toCompletionStage()
            .toCompletableFuture()
            .join();
  }

  @AfterAll
  static void end() {
    VERTX.close();
  }

  @AfterEach
  void stop() {
    server.close().toCompletionStage().toCompletableFuture().join();
  }

  private String address(String host, String path) {
    return "http://" + host + ":" + server.actualPort() + path;
  }

  private ProbeResult check(String path) throws Exception {
    return probe.check(TEAM, address("page.test", path));
  }

  private static void redirect(HttpServerRequest request, int status, String to) {
    request.response().setStatusCode(status).putHeader("Location", to).end();
  }

  @Test
  void aPageThatIsThereWorks() throws Exception {
    List<String> agents = new CopyOnWriteArrayList<>();
    answer =
        request -> {
          agents.add(request.getHeader("User-Agent") + " " + request.getHeader("Referer"));
          request.response().end();
        };
    ProbeResult result = check("/a?b=c#place");
    assertThat(result).isEqualTo(ProbeResult.response(LinkState.WORKS, 200, null));
    assertThat(requests).containsExactly("HEAD /a?b=c");
    assertThat(agents).singleElement().asString().startsWith("Microstorm/").endsWith("null");
  }

  @ParameterizedTest
  @CsvSource({
    "404, BROKEN",
    "410, BROKEN",
    "500, BROKEN",
    "503, BROKEN",
    "401, RESTRICTED",
    "403, RESTRICTED",
    "429, RESTRICTED",
    "204, WORKS",
    "304, WORKS"
  })
  void theStatusDecides(int status, LinkState state) throws Exception {
    answer = request -> request.response().setStatusCode(status).end();
    assertThat(check("/")).isEqualTo(ProbeResult.response(state, status, null));
  }

  @ParameterizedTest
  @CsvSource({"405", "501", "403", "404", "500"})
  void aServerThatRefusesHeadIsAskedWithGet(int status) throws Exception {
    answer =
        request ->
            request
                .response()
                .setStatusCode(request.method().name().equals("HEAD") ? status : 200)
                .end();
    assertThat(check("/").state()).isEqualTo(LinkState.WORKS);
    assertThat(requests).containsExactly("HEAD /", "GET /");
  }

  @Test
  void redirectsAreFollowedAndPermanentOnesNamed() throws Exception {
    answer =
        request -> {
          switch (request.path()) {
            case "/old" -> redirect(request, 301, "/moved?x=1");
            case "/moved" -> redirect(request, 308, address("other.test", "/new"));
            case "/later" -> redirect(request, 302, "/old");
            case "/half" -> redirect(request, 301, "/later2");
            case "/later2" -> redirect(request, 307, "/new");
            default -> request.response().end();
          }
        };
    assertThat(check("/old"))
        .isEqualTo(ProbeResult.response(LinkState.MOVED, 200, address("other.test", "/new")));
    assertThat(check("/later"))
        .as("not for ever")
        .isEqualTo(ProbeResult.response(LinkState.WORKS, 200, null));
    assertThat(check("/half"))
        .as("as far as it is for ever")
        .isEqualTo(ProbeResult.response(LinkState.MOVED, 200, address("page.test", "/later2")));
  }

  @Test
  void aRedirectToABrokenPageIsBroken() throws Exception {
    answer =
        request -> {
          if (request.path().equals("/old")) {
            redirect(request, 301, "/new");
          } else {
            request.response().setStatusCode(404).end();
          }
        };
    assertThat(check("/old")).isEqualTo(ProbeResult.response(LinkState.BROKEN, 404, null));
  }

  @Test
  void loopsAndLongChainsEnd() throws Exception {
    answer = request -> redirect(request, 302, request.path().equals("/a") ? "/b" : "/a");
    assertThat(check("/a").reason()).isEqualTo("redirects to itself");
    assertThat(requests).hasSize(2);
    requests.clear();
    answer = request -> redirect(request, 302, request.path() + "x");
    assertThat(check("/a").reason()).isEqualTo("redirects more than 5 times");
    assertThat(requests).hasSize(LinkProbe.MAX_REDIRECTS + 1);
  }

  @Test
  void redirectsThatLeadNowhereAreNamed() throws Exception {
    answer = request -> redirect(request, 302, "http://[bad");
    assertThat(check("/").state()).isEqualTo(LinkState.REFUSED);
    answer = request -> redirect(request, 302, "javascript:alert(1)");
    assertThat(check("/").state()).isEqualTo(LinkState.REFUSED);
    answer = request -> request.response().setStatusCode(302).end();
    assertThat(check("/").state()).as("without a location").isEqualTo(LinkState.WORKS);
  }

  /** The control is the permitted address, to which the first name leads. */
  @Test
  void privateAddressesAreRefusedAlsoAfterARedirect() throws Exception {
    TestHostNames.set("private.test", "10.0.0.1");
    TestHostNames.set("loop.test", "127.0.0.2");
    for (String host : List.of("private.test", "loop.test")) {
      ProbeResult direct = probe.check(TEAM, address(host, "/"));
      assertThat(direct.state()).isEqualTo(LinkState.REFUSED);
      assertThat(direct.failure()).isEqualTo("address-refused");
      answer = request -> redirect(request, 301, address(host, "/inside"));
      ProbeResult redirected = check("/");
      assertThat(redirected.state()).isEqualTo(LinkState.REFUSED);
      assertThat(redirected.reason()).startsWith("redirects to an address, which ");
      assertThat(redirected.movedTo()).isNull();
    }
    for (String literal : List.of("http://169.254.169.254/", "http://[::1]/", "http://0x7f.1/")) {
      assertThat(probe.check(TEAM, literal).state()).as(literal).isEqualTo(LinkState.REFUSED);
    }
    assertThat(requests).noneMatch(request -> request.contains("inside"));
    answer = request -> request.response().end();
    assertThat(check("/").state()).isEqualTo(LinkState.WORKS);
  }

  /** Each request looks the name up once and connects to what it has checked. */
  @Test
  void aNameThatChangesLeadsToNoPrivateAddress() throws Exception {
    TestHostNames.set("rebind.test", "127.0.0.1", "127.0.0.2");
    answer = request -> redirect(request, 302, address("rebind.test", "/inside"));
    ProbeResult result = probe.check(TEAM, address("rebind.test", "/"));
    assertThat(result.state()).isEqualTo(LinkState.REFUSED);
    assertThat(requests).containsExactly("HEAD /");
  }

  @Test
  void serversThatDoNotAnswerAreUnreachable() throws Exception {
    answer = request -> {};
    assertThat(check("/").failure()).isEqualTo("timeout");
    answer = request -> request.connection().close();
    assertThat(check("/").failure()).isEqualTo("connection");
    ProbeResult unknown = probe.check(TEAM, "http://unknown.invalid/");
    assertThat(unknown.state()).isEqualTo(LinkState.UNREACHABLE);
    assertThat(unknown.failure()).isEqualTo("name-unknown");
  }

  /** A body without an end would otherwise last until the timeout. */
  @Test
  void anEndlessBodyIsCutOff() throws Exception {
    answer =
        request -> {
          HttpServerResponse response = request.response();
          if (request.method().name().equals("HEAD")) {
            response.setStatusCode(405).end();
          } else {
            response.setChunked(true);
            VERTX.setPeriodic(1, timer -> write(response, timer));
          }
        };
    assertThat(check("/")).isEqualTo(ProbeResult.response(LinkState.WORKS, 200, null));
  }

  private void write(HttpServerResponse response, long timer) {
    if (response.closed()) {
      VERTX.cancelTimer(timer);
    } else if (!response.writeQueueFull()) {
      response.write("x".repeat(8 * 1024));
    }
  }
}
