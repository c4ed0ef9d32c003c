package microstorm.report.webhook.delivery;

import static microstorm.testing.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.TestProfile;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.random.RandomGenerator;
import microstorm.report.ReportServiceTest;
import microstorm.report.outbound.ChangingNames;
import microstorm.report.outbound.OutboundClient;
import microstorm.report.webhook.MovableClock;
import microstorm.report.webhook.Receiver;
import microstorm.report.webhook.WebhookConfig;
import microstorm.report.webhook.WebhookSettings;
import microstorm.report.webhook.WebhookTeam;
import microstorm.report.webhook.occurrence.OccurrenceDispatcher;
import microstorm.testing.LogLines;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Attempts, retries and replays, with a receiver that is a real server. */
@ReportServiceTest
@TestProfile(WebhookSettings.class)
class DeliveryAttemptsTest {

  private static final Duration LEASE = Duration.ofSeconds(40);

  @Inject WebhookJobs jobs;
  @Inject OccurrenceDispatcher dispatcher;
  @Inject ClaimStore claims;
  @Inject AttemptRecorder recorder;
  @Inject DeliveryRequests requests;
  @Inject OutboundClient client;
  @Inject WebhookConfig config;
  @Inject MovableClock clock;
  @Inject Vertx vertx;

  private final Receiver receiver = new Receiver();
  private final WebhookTeam team = new WebhookTeam();

  @AfterEach
  void end() {
    clock.reset();
    receiver.close();
    for (String id :
        team.owner().get("/api/webhooks").jsonPath().getList("items.id", String.class)) {
      team.owner().delete("/api/webhooks/" + id).then().statusCode(204);
    }
  }

  /** A delivery of the webhook that is not a test, so that it has all attempts: of an action. */
  private String deliver(UUID webhook) {
    return DeliveredAction.of(team, webhook, dispatcher);
  }

  @Test
  void anEventIsDeliveredOnce() {
    UUID webhook = team.added(receiver.url()).id();
    String delivery = deliver(webhook);

    jobs.send();
    JsonNode done = team.awaitAttempts(webhook, delivery, 1);
    jobs.send();

    assertThat(done.path("state").asText()).isEqualTo("delivered");
    assertThat(done.path("attempts").get(0).path("status").asInt()).isEqualTo(204);
    assertThat(done.has("nextAttemptAt")).isFalse();
    assertThat(receiver.received()).hasSize(1);
    assertThat(team.webhook(webhook).has("failingSince")).isFalse();
  }

  @Test
  void aFailedAttemptIsRepeatedLaterAndLaterUntilItSucceeds() {
    receiver.answer(503, Map.of());
    UUID webhook = team.added(receiver.url()).id();
    String delivery = deliver(webhook);
    jobs.send();
    JsonNode first = team.awaitAttempts(webhook, delivery, 1);
    assertThat(first.path("state").asText()).isEqualTo("waiting");
    assertThat(team.webhook(webhook).has("failingSince")).isTrue();

    jobs.send();
    assertThat(receiver.received()).as("before the pause is over").hasSize(1);
    clock.forward(Duration.ofSeconds(7));
    jobs.send();
    team.awaitAttempts(webhook, delivery, 2);
    clock.forward(Duration.ofSeconds(7));
    jobs.send();
    assertThat(receiver.received()).as("the second pause is longer").hasSize(2);

    receiver.answer(200, Map.of());
    clock.forward(Duration.ofSeconds(30));
    jobs.send();
    JsonNode done = team.awaitAttempts(webhook, delivery, 3);
    assertThat(done.path("state").asText()).isEqualTo("delivered");
    assertThat(receiver.received().stream().map(r -> r.headers().getFirst("webhook-id")).distinct())
        .as("the same event")
        .hasSize(1);
    assertThat(team.webhook(webhook).has("failingSince")).isFalse();
  }

  @Test
  void aDeliveryFailsAfterTheLastAttemptAndCanBeReplayed() {
    receiver.answer(500, Map.of());
    UUID webhook = team.added(receiver.url()).id();
    String delivery = deliver(webhook);
    exhaust(webhook, delivery);
    JsonNode failed = team.delivery(webhook, delivery);
    assertThat(failed.path("state").asText()).isEqualTo("failed");
    assertThat(failed.path("attempts")).hasSize(config.attempts());
    assertThat(team.webhook(webhook).path("active").asBoolean()).isTrue();

    receiver.answer(204, Map.of());
    team.replay(webhook, delivery).then().statusCode(202);
    jobs.send();
    team.awaitAttempts(webhook, delivery, config.attempts() + 1);
    assertThat(team.delivery(webhook, delivery).path("state").asText()).isEqualTo("delivered");

    team.replay(webhook, delivery).then().statusCode(202);
    jobs.send();
    await("a delivered event again")
        .until(() -> receiver.received().size() == config.attempts() + 2);
  }

  private void exhaust(UUID webhook, String delivery) {
    RetryPlan longest =
        new RetryPlan(
            config.attempts(), config.firstRetry(), config.longestRetry(), new LargestRandom());
    for (int attempt = 1; attempt <= config.attempts(); attempt++) {
      jobs.send();
      team.awaitAttempts(webhook, delivery, attempt);
      longest.pauseAfter(attempt, Duration.ZERO).ifPresent(clock::forward);
    }
  }

  @Test
  void aWebhookThatFailsForDaysIsDeactivatedAndSaysSo() {
    receiver.answer(500, Map.of());
    UUID webhook = team.added(receiver.url()).id();
    exhaust(webhook, deliver(webhook));
    clock.forward(config.stopAfter());
    String second = deliver(webhook);
    String third = deliver(webhook);
    try (LogLines lines = new LogLines()) {
      jobs.send();
      await("the deactivation").until(() -> !team.webhook(webhook).path("active").asBoolean());
      assertThat(team.webhook(webhook).path("stopped").asText()).isEqualTo("failing");
      assertThat(lines.all())
          .anyMatch(line -> line.contains("was deactivated, because all attempts"));
    }
    await("the ends of the others")
        .until(
            () ->
                List.of(second, third).stream()
                    .allMatch(
                        id -> team.delivery(webhook, id).path("state").asText().equals("failed")));
    assertThat(team.replay(webhook, second).statusCode()).isEqualTo(409);

    team.change(webhook, Map.of("active", true)).then().statusCode(200);
    assertThat(team.webhook(webhook).has("stopped")).isFalse();
    receiver.answer(204, Map.of());
    team.replay(webhook, second).then().statusCode(202);
    jobs.send();
    await().until(() -> team.delivery(webhook, second).path("state").asText().equals("delivered"));
  }

  @Test
  void aReceiverThatIsGoneGetsNothingMore() {
    receiver.answer(410, Map.of());
    UUID webhook = team.added(receiver.url()).id();
    String delivery = deliver(webhook);
    jobs.send();
    JsonNode ended = team.awaitAttempts(webhook, delivery, 1);

    assertThat(ended.path("state").asText()).isEqualTo("failed");
    assertThat(team.webhook(webhook).path("stopped").asText()).isEqualTo("gone");
    assertThat(team.webhook(webhook).path("active").asBoolean()).isFalse();
  }

  @Test
  void aReceiverCanAskForMoreTime() {
    receiver.answer(429, Map.of("Retry-After", "3600"));
    UUID webhook = team.added(receiver.url()).id();
    String delivery = deliver(webhook);
    jobs.send();
    team.awaitAttempts(webhook, delivery, 1);

    clock.forward(Duration.ofMinutes(50));
    jobs.send();
    assertThat(receiver.received()).hasSize(1);
    clock.forward(Duration.ofMinutes(11));
    jobs.send();
    team.awaitAttempts(webhook, delivery, 2);
  }

  @Test
  void aRedirectIsAFailureAndNobodyFollowsIt() {
    try (Receiver other = new Receiver()) {
      receiver.answer(307, Map.of("Location", other.url()));
      UUID webhook = team.added(receiver.url()).id();
      String delivery = deliver(webhook);
      jobs.send();
      JsonNode attempted = team.awaitAttempts(webhook, delivery, 1);

      assertThat(attempted.path("attempts").get(0).path("status").asInt()).isEqualTo(307);
      assertThat(attempted.path("state").asText()).isEqualTo("waiting");
      assertThat(other.received()).isEmpty();
    }
  }

  /** The name leads to a permitted address when it is saved, and to another one when it is used. */
  @Test
  void anAddressIsCheckedAgainBeforeEachAttempt() {
    ChangingNames.leadTo("127.0.0.1");
    UUID webhook = team.added("http://rebound.test:" + receiver.port() + "/hook").id();
    String delivery = deliver(webhook);
    jobs.send();
    team.awaitAttempts(webhook, delivery, 1);
    assertThat(receiver.received()).hasSize(1);

    ChangingNames.leadTo("10.0.0.1");
    team.replay(webhook, delivery).then().statusCode(202);
    jobs.send();
    JsonNode refused = team.awaitAttempts(webhook, delivery, 2);

    assertThat(refused.path("attempts").get(1).path("failure").asText())
        .isEqualTo("address-refused");
    assertThat(receiver.received()).hasSize(1);
  }

  @Test
  void anAttemptWhoseReplicaCrashedIsMadeAgain() {
    UUID webhook = team.added(receiver.url()).id();
    String delivery = deliver(webhook);
    assertThat(claim()).as("by a replica that crashes then").contains(delivery);

    jobs.send();
    assertThat(receiver.received()).isEmpty();
    clock.forward(LEASE.plusSeconds(1));
    jobs.send();
    team.awaitAttempts(webhook, delivery, 1);
    assertThat(receiver.received()).hasSize(1);
    assertThat(team.delivery(webhook, delivery).path("attempts").get(0).path("number").asInt())
        .as("the lost one counts")
        .isEqualTo(2);
  }

  @Test
  void anAnswerThatComesAfterTheAttemptWasLostChangesNothing() {
    UUID webhook = team.added(receiver.url()).id();
    String delivery = deliver(webhook);
    Claim lost =
        QuarkusTransaction.requiringNew()
            .call(() -> claims.claim(clock.instant(), LEASE, 100, 100))
            .stream()
            .filter(claim -> claim.id().toString().equals(delivery))
            .findFirst()
            .orElseThrow();
    clock.forward(LEASE.plusSeconds(1));
    jobs.send();
    team.awaitAttempts(webhook, delivery, 1);

    QuarkusTransaction.requiringNew()
        .run(
            () ->
                recorder.record(
                    lost,
                    new AttemptResult(
                        clock.instant(), Duration.ofMillis(1), 500, null, Duration.ZERO)));

    assertThat(team.delivery(webhook, delivery).path("state").asText()).isEqualTo("delivered");
    assertThat(team.delivery(webhook, delivery).path("attempts")).hasSize(1);
  }

  private List<String> claim() {
    return QuarkusTransaction.requiringNew()
        .call(() -> claims.claim(clock.instant(), LEASE, 100, 100))
        .stream()
        .map(claim -> claim.id().toString())
        .toList();
  }

  @Test
  void twoReplicasShareTheWorkAndATeamHasAFewAttemptsAtATime() {
    UUID webhook = team.added(receiver.url()).id();
    List<String> deliveries =
        List.of(
            deliver(webhook),
            deliver(webhook),
            deliver(webhook),
            deliver(webhook),
            deliver(webhook),
            deliver(webhook));
    CountDownLatch gate = receiver.hold();
    DeliverySender other =
        new DeliverySender(
            claims, recorder, requests, client, config, clock, vertx, new SimpleMeterRegistry());

    other.sendDue();
    jobs.send();
    other.sendDue();
    await("the first ones").until(() -> receiver.received().size() == config.concurrentPerTeam());
    jobs.send();
    assertThat(receiver.received()).hasSize(config.concurrentPerTeam());

    gate.countDown();
    await("all of them")
        .until(
            () -> {
              jobs.send();
              other.sendDue();
              return deliveries.stream()
                  .allMatch(
                      id -> team.delivery(webhook, id).path("state").asText().equals("delivered"));
            });
    assertThat(receiver.received().stream().map(r -> r.headers().getFirst("webhook-id")).distinct())
        .hasSize(deliveries.size());
    assertThat(receiver.received()).hasSize(deliveries.size());
  }

  @Test
  void aTestIsSentOnceAlsoToAnInactiveWebhook() {
    receiver.answer(500, Map.of());
    UUID webhook = team.added(receiver.url()).id();
    team.change(webhook, Map.of("active", false)).then().statusCode(200);
    String test = team.test(webhook);
    jobs.send();
    JsonNode ended = team.awaitAttempts(webhook, test, 1);

    assertThat(ended.path("state").asText()).isEqualTo("failed");
    assertThat(receiver.received().get(0).event().path("type").asText())
        .isEqualTo("microstorm.webhook.test");
    assertThat(team.webhook(webhook).has("failingSince")).isFalse();
  }

  @Test
  void aDeactivatedWebhookGetsNothing() {
    UUID webhook = team.added(receiver.url()).id();
    String delivery = deliver(webhook);
    team.change(webhook, Map.of("active", false)).then().statusCode(200);
    jobs.send();

    assertThat(team.delivery(webhook, delivery).path("state").asText()).isEqualTo("failed");
    team.change(webhook, Map.of("active", true)).then().statusCode(200);
    jobs.send();
    assertThat(receiver.received()).isEmpty();
  }

  @Test
  void onlyTheNewestDeliveriesAreKept() {
    UUID webhook = team.added(receiver.url()).id();
    String first = deliver(webhook);
    for (int i = 0; i < config.deliveriesKept(); i++) {
      deliver(webhook);
    }
    jobs.clean();
    assertThat(team.deliveries(webhook)).hasSize(config.deliveriesKept());
    assertThat(team.deliveries(webhook)).noneMatch(d -> d.path("id").asText().equals(first));

    clock.forward(config.deliveriesKeptFor().plusMinutes(1));
    jobs.clean();
    assertThat(team.deliveries(webhook)).isEmpty();
  }

  /** Makes each pause as long as it can be. */
  private static final class LargestRandom implements RandomGenerator {

    @Override
    public long nextLong() {
      return -1;
    }

    @Override
    public double nextDouble() {
      return 1;
    }
  }
}
