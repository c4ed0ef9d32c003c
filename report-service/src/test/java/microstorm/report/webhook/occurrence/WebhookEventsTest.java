package microstorm.report.webhook.occurrence;

import static microstorm.testing.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import javax.sql.DataSource;
import microstorm.report.LiveSession;
import microstorm.report.OtherServices;
import microstorm.report.ReportServiceTest;
import microstorm.report.deletion.DeletionJobs;
import microstorm.report.webhook.MovableClock;
import microstorm.report.webhook.Receiver;
import microstorm.report.webhook.Receiver.Received;
import microstorm.report.webhook.WebhookSettings;
import microstorm.report.webhook.WebhookTeam;
import microstorm.report.webhook.delivery.Jobs;
import microstorm.testing.TestEvents;
import microstorm.testing.WholeDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What happens on the topics of the other services arrives at the receivers of the team. */
@ReportServiceTest
@TestProfile(WebhookSettings.class)
class WebhookEventsTest {

  private static final String CLOSED = "microstorm.session.closed";
  private static final String COMPLETED = "microstorm.report.completed";
  private static final String CREATED = "microstorm.action.created";
  private static final String DONE = "microstorm.action.done";
  private static final String REMINDER = "microstorm.session.reminder";
  private static final String IDEA = "An unmistakable idea of nobody else";

  @Inject Jobs jobs;
  @Inject DeletionJobs deletions;
  @Inject MovableClock clock;
  @Inject DataSource database;

  private final Receiver receiver = new Receiver();
  private final WebhookTeam team = new WebhookTeam();
  private final LiveSession live = new LiveSession(team.id);

  @AfterEach
  void end() {
    clock.reset();
    receiver.close();
  }

  @Test
  void aSessionSendsAllItsEventsSignedAndWithoutPeoplesWords() throws Exception {
    var webhook = team.added(receiver.url());
    hold();
    awaitEvents(CREATED, DONE, CLOSED, COMPLETED);

    JsonNode closed = event(CLOSED);
    assertThat(closed.path("specversion").asText()).isEqualTo("1.0");
    assertThat(closed.path("source").asText()).isEqualTo("https://board.example.com");
    assertThat(closed.path("subject").asText()).isEqualTo(live.session.toString());
    assertThat(closed.path("datacontenttype").asText()).isEqualTo("application/json");
    assertThat(Instant.parse(closed.path("time").asText())).isBefore(Instant.now());
    JsonNode session = closed.path("data").path("session");
    assertThat(session.path("title").asText()).isEqualTo("Title");
    assertThat(session.path("participants").asInt()).isEqualTo(2);
    JsonNode report = event(COMPLETED).path("data").path("report");
    assertThat(report.path("url").asText())
        .isEqualTo("https://board.example.com/api/reports/" + live.session);
    assertThat(report.path("ideas").asInt()).isEqualTo(1);
    assertThat(report.path("actions").asInt()).isEqualTo(1);
    JsonNode action = event(DONE).path("data").path("action");
    assertThat(action.path("state").asText()).isEqualTo("done");
    assertThat(action.path("dueOn").asText()).isEqualTo("2026-01-02");

    for (Received received : receiver.received()) {
      assertThat(received.method()).isEqualTo("POST");
      assertThat(received.headers().getFirst("Content-Type"))
          .startsWith("application/cloudevents+json");
      assertThat(received.headers().getFirst("webhook-id"))
          .isEqualTo(received.event().path("id").asText());
      assertThat(received.headers().getFirst("webhook-signature"))
          .isEqualTo(signature(webhook.secret(), received));
      assertThat(received.headers()).doesNotContainKeys("Cookie", "Authorization");
      assertThat(received.body()).doesNotContain(IDEA, "Participant 1", "Onlooker");
    }
  }

  /** Calculated here a second time, so that a mistake in one of both is found. */
  private static String signature(String secret, Received received)
      throws GeneralSecurityException {
    String content =
        received.headers().getFirst("webhook-id")
            + "."
            + received.headers().getFirst("webhook-timestamp")
            + "."
            + received.body();
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(
        new SecretKeySpec(
            Base64.getDecoder().decode(secret.substring("whsec_".length())), "HmacSHA256"));
    return "v1,"
        + Base64.getEncoder().encodeToString(mac.doFinal(content.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void aReportIsCompletedOnlyWhenEverythingHasArrived() {
    team.added(receiver.url());
    live.quiet();
    live.outcome();
    live.close(1);
    awaitEvents(CREATED, DONE, CLOSED);
    jobs.send();
    assertThat(types()).doesNotContain(COMPLETED);

    share();
    await("the complete report").until(() -> live.report().getBoolean("complete"));
    clock.forward(Duration.ofMinutes(2));
    awaitEvents(COMPLETED);
  }

  @Test
  void anEventThatIsAppliedAgainIsNotSentAgain() {
    team.added(receiver.url());
    hold();
    awaitEvents(CREATED, DONE, CLOSED, COMPLETED);
    int before = receiver.received().size();

    live.publish(
        "closed", LiveSession.sample("closed").put("participants", 2).putNull("logRevision"));
    awaitApplied();
    jobs.send();
    assertThat(receiver.received()).hasSize(before);
  }

  /** Waits for an event that comes after all others of the session. */
  private void awaitApplied() {
    live.publish(
        "changed", LiveSession.sample("changed").put("title", "Applied").putNull("logRevision"));
    await().until(() -> live.report().getString("title").equals("Applied"));
  }

  @Test
  void nothingIsSentFromBeforeTheWebhookExisted() {
    hold();
    await("the complete report").until(() -> live.report().getBoolean("complete"));
    UUID webhook = team.added(receiver.url()).id();
    TestEvents.publish(
        "session.events",
        UUID.randomUUID(),
        "microstorm.session.closed.v1",
        live.session,
        Instant.now().minus(Duration.ofHours(1)),
        LiveSession.sample("closed")
            .put("sessionId", live.session.toString())
            .putNull("logRevision")
            .toString());
    awaitApplied();
    jobs.send();

    assertThat(team.deliveries(webhook)).isEmpty();
  }

  @Test
  void aWebhookGetsOnlyWhatItAsksForAndOnlyOfItsTeam() {
    WebhookTeam other = new WebhookTeam();
    try (Receiver theirs = new Receiver()) {
      UUID webhook = other.added(theirs.url()).id();
      team.add(receiver.url(), List.of(DONE)).then().statusCode(201);
      hold();
      awaitEvents(DONE);
      await("the complete report").until(() -> live.report().getBoolean("complete"));
      jobs.send();

      assertThat(types()).containsExactly(DONE);
      assertThat(other.deliveries(webhook)).isEmpty();
    }
  }

  @Test
  void anActionThatIsChangedOrRemovedChangesWhatWaits() {
    UUID webhook = team.added("http://127.0.0.1:1/closed").id();
    live.quiet();
    String action = UUID.randomUUID().toString();
    live.publishIdea("action-added", live.ideaEvent("action-added").put("actionId", action));
    String delivery = awaitDelivery(webhook);
    live.publishIdea(
        "action-changed",
        live.ideaEvent("action-changed")
            .put("actionId", action)
            .put("text", "Other words")
            .put("state", "open"));
    await("the other words")
        .until(
            () ->
                team.delivery(webhook, delivery)
                    .path("event")
                    .path("data")
                    .path("action")
                    .path("text")
                    .asText()
                    .equals("Other words"));

    live.publishIdea("action-removed", live.ideaEvent("action-removed").put("actionId", action));
    await("nothing of it").until(() -> team.deliveries(webhook).isEmpty());
  }

  private String awaitDelivery(UUID webhook) {
    await("a delivery")
        .until(
            () -> {
              jobs.dispatch();
              return !team.deliveries(webhook).isEmpty();
            });
    return team.deliveries(webhook).get(0).path("id").asText();
  }

  @Test
  void aDeletedSessionLeavesNothing() throws Exception {
    UUID webhook = team.added(receiver.url()).id();
    hold();
    awaitEvents(CREATED, DONE, CLOSED, COMPLETED);
    assertThat(WholeDatabase.tablesWith(database, live.session.toString()))
        .contains("webhook_delivery");

    OtherServices.publishSessionEvent(
        "microstorm.session.deleted.v1",
        live.session,
        OtherServices.sessionEvent("microstorm.session.deleted.v1")
            .put("teamId", team.id.toString()));
    await("nothing of it")
        .until(
            () -> {
              deletions.removeRows();
              return team.deliveries(webhook).isEmpty();
            });
  }

  @Test
  void aDeletedTeamGetsNothingMoreAtOnce() throws Exception {
    team.added(receiver.url());
    String type = "microstorm.team.deleted.v1";
    ObjectNode deleted = OtherServices.sessionEvent(type).put("teamId", team.id.toString());
    TestEvents.publish("session.events", UUID.randomUUID(), type, team.id, deleted.toString());

    await("no webhook")
        .until(() -> !WholeDatabase.tablesWith(database, team.id.toString()).contains("webhook"));
  }

  @Test
  void aReminderNamesTheHoursThatAreLeft() {
    team.added(receiver.url());
    live.quiet();
    live.publish("quiet-end-near", LiveSession.sample("quiet-end-near"));
    awaitEvents(REMINDER);

    JsonNode reminder = event(REMINDER).path("data").path("reminder");
    assertThat(reminder.path("hoursLeft").asInt()).isEqualTo(24);
    assertThat(reminder.path("notReady").asInt()).isEqualTo(2);
  }

  @Test
  void aRehearsalSendsNothing() {
    UUID webhook = team.added(receiver.url()).id();
    live.quiet();
    live.publish("lobby-opened", LiveSession.sample("lobby-opened").put("rehearsal", true));
    live.publishIdea(
        "action-added",
        live.ideaEvent("action-added").put("actionId", UUID.randomUUID().toString()));
    live.close(0);
    awaitApplied();
    jobs.send();

    assertThat(team.deliveries(webhook)).isEmpty();
  }

  @Test
  void anImportedSessionSendsNothing() {
    UUID webhook = team.added(receiver.url()).id();
    live.quiet();
    live.publish("closed", LiveSession.sample("closed").put("logRevision", 1));
    awaitApplied();
    jobs.send();

    assertThat(team.deliveries(webhook)).isEmpty();
  }

  private void hold() {
    live.quiet();
    share();
    live.outcome();
    live.close(1);
  }

  private void share() {
    live.publishIdea("shared", live.ideaEvent("shared").put("text", IDEA));
  }

  private void awaitEvents(String... types) {
    await("events " + List.of(types))
        .until(
            () -> {
              jobs.send();
              return types().containsAll(List.of(types));
            });
  }

  private List<String> types() {
    return receiver.received().stream().map(one -> one.event().path("type").asText()).toList();
  }

  private JsonNode event(String type) {
    return receiver.received().stream()
        .map(Received::event)
        .filter(event -> event.path("type").asText().equals(type))
        .findFirst()
        .orElseThrow();
  }
}
