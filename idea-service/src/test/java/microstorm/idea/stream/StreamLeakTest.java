package microstorm.idea.stream;

import static microstorm.testing.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.restassured.RestAssured;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import microstorm.idea.IdeaServiceTest;
import microstorm.testing.TestIssuer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A stream that never begins leaves nothing behind. */
@IdeaServiceTest
class StreamLeakTest {

  private static final String HEADER = "Test-Gone";
  private static final AtomicInteger ANSWERED = new AtomicInteger();

  /** Delays marked requests until their client is gone, as if they had waited for a long time. */
  @ApplicationScoped
  static class DelayedRequests {
    void register(@Observes Filters filters) {
      filters.register(DelayedRequests::delay, 10_000);
    }

    private static void delay(RoutingContext http) {
      if (http.request().getHeader(HEADER) == null) {
        http.next();
      } else {
        http.response().closeHandler(gone -> http.next());
        http.request().connection().close();
      }
    }
  }

  /** Counts the answers to marked requests. */
  @Provider
  public static class Answered implements ContainerResponseFilter {
    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
      if (request.getHeaderString(HEADER) != null) {
        ANSWERED.incrementAndGet();
      }
    }
  }

  @Inject TestBoard board;
  @Inject MeterRegistry meters;
  @Inject Feeds feeds;

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aClientThatIsGoneBeforeTheBeginningLeavesNothing(boolean mayWatch) throws IOException {
    board.plan();
    await("no open stream").until(() -> open() == 0);
    int answered = ANSWERED.get();
    try (Socket client = new Socket("localhost", RestAssured.port)) {
      client.getOutputStream().write(request(mayWatch ? board.team : UUID.randomUUID()));
      await("its answer").until(() -> ANSWERED.get() > answered);
    }
    await("no open stream").until(() -> open() == 0);
    assertThat(feeds.watched()).doesNotContain(board.session);
  }

  private double open() {
    return meters.get("microstorm.streams.open").gauge().value();
  }

  private byte[] request(UUID team) {
    return """
        GET /api/boards/%s/stream HTTP/1.1\r
        Host: localhost\r
        Authorization: Bearer %s\r
        %s: true\r
        \r
        """
        .formatted(board.session, TestIssuer.ownerOf(team), HEADER)
        .getBytes(StandardCharsets.US_ASCII);
  }
}
