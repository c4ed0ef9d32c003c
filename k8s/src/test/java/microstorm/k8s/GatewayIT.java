package microstorm.k8s;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.api.model.gatewayapi.v1.Gateway;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.GatewayBuilder;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.GatewayClass;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import microstorm.client.Api;
import microstorm.k8s.fixture.BusySession;
import microstorm.k8s.fixture.FirstSteps;
import microstorm.k8s.fixture.Ledger;
import microstorm.k8s.fixture.OnCluster;
import microstorm.k8s.fixture.Patience;
import microstorm.k8s.fixture.Release;
import microstorm.k8s.fixture.Watch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Tests the log's point "accessible from outside" with the Gateway API in place of an Ingress. */
@OnCluster
class GatewayIT {

  private static final String GATEWAY = "gateway";

  /** Four times the limit of Envoy for a route that sets none. A heartbeat is sent every 15 s. */
  private static final Duration MINIMUM = Duration.ofSeconds(60);

  private final Release release = Release.shared();
  private final KubernetesClient cluster = release.client();

  @AfterEach
  void restoreIngress() {
    release.upgrade();
    cluster.resources(Gateway.class).inNamespace(release.namespace()).withName(GATEWAY).delete();
  }

  /** Negative control: without the Ingress and without the route the address answers 404. */
  @Test
  void aWholeSessionRunsThroughTheRoute() throws IOException, InterruptedException {
    URI address = address(gateway());
    release.upgrade("ingress.enabled=false");
    awaitStatus(address, 404);
    assertThat(FirstSteps.run(release)).contains("reports 200", "boards 401", "page 200");

    release.upgrade(
        "ingress.enabled=false", "httpRoute.enabled=true", "httpRoute.parentRefs[0].name=gateway");
    awaitStatus(address, 200);
    BusySession session = BusySession.begin(new Api(address));
    CompletableFuture<Duration> open =
        CompletableFuture.supplyAsync(() -> timeOpen(address, session));
    Ledger ledger = new Ledger();
    try (Watch watch = Watch.of(session)) {
      String idea = session.author().writes("Stand up while talking").path("id").asText();
      ledger.acknowledged(session.id(), idea, "Stand up while talking");
      watch.sawAllOf(ledger);
    }
    assertThat(open.join()).as("one connection").isGreaterThan(MINIMUM);
    session.endsWithAllOf(ledger);
  }

  /**
   * Reads one stream until it was open for longer than {@link #MINIMUM} or ends, and returns how
   * long it was open.
   */
  private static Duration timeOpen(URI address, BusySession session) {
    Instant begin = Instant.now();
    HttpRequest request =
        HttpRequest.newBuilder(address.resolve("/api/boards/" + session.id() + "/stream"))
            .header("Authorization", "Bearer " + session.owner())
            .build();
    try (InputStream stream =
        HttpClient.newHttpClient().send(request, BodyHandlers.ofInputStream()).body()) {
      Duration open = Duration.ZERO;
      while (open.compareTo(MINIMUM) <= 0 && stream.read() >= 0) {
        open = Duration.between(begin, Instant.now());
      }
      return open;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private Gateway gateway() {
    assumeThat(cluster.supports(GatewayClass.class)).as("the Gateway API in this cluster").isTrue();
    List<GatewayClass> classes = cluster.resources(GatewayClass.class).list().getItems();
    assumeThat(classes).as("a GatewayClass of this cluster").isNotEmpty();
    return cluster
        .resource(
            new GatewayBuilder()
                .withNewMetadata()
                .withName(GATEWAY)
                .withNamespace(release.namespace())
                .endMetadata()
                .withNewSpec()
                .withGatewayClassName(classes.get(0).getMetadata().getName())
                .addNewListener()
                .withName("http")
                .withProtocol("HTTP")
                .withPort(80)
                .endListener()
                .endSpec()
                .build())
        .serverSideApply();
  }

  /**
   * The address of the Gateway, or the one in the system property {@code microstorm.url} if that is
   * set.
   */
  private URI address(Gateway gateway) {
    if (!System.getProperty("microstorm.url", "").isEmpty()) {
      return release.url();
    }
    return await()
        .atMost(Patience.PODS)
        .ignoreExceptions()
        .until(
            () ->
                URI.create(
                    "http://"
                        + cluster
                            .resource(gateway)
                            .get()
                            .getStatus()
                            .getAddresses()
                            .get(0)
                            .getValue()),
            uri -> true);
  }

  private static void awaitStatus(URI address, int status) {
    HttpRequest page = HttpRequest.newBuilder(address.resolve("/")).build();
    HttpClient client = HttpClient.newHttpClient();
    await()
        .atMost(Patience.PODS)
        .ignoreExceptionsMatching(IOException.class::isInstance)
        .untilAsserted(
            () ->
                assertThat(client.send(page, BodyHandlers.discarding()).statusCode())
                    .isEqualTo(status));
  }
}
