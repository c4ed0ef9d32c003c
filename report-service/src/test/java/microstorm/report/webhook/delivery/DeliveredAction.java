package microstorm.report.webhook.delivery;

import static microstorm.testing.Patience.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import microstorm.report.OtherServices;
import microstorm.report.webhook.WebhookTeam;
import microstorm.report.webhook.occurrence.OccurrenceDispatcher;
import microstorm.testing.TestEvents;

/** An action of a team that is done, and the delivery that this leads to. */
final class DeliveredAction {

  private static final String TYPE = "microstorm.idea.team-action-changed.v1";

  private DeliveredAction() {}

  /** Publishes the event of a new action; the id of the delivery that waits. */
  static String of(WebhookTeam team, UUID webhook, OccurrenceDispatcher dispatcher) {
    Set<String> before = new HashSet<>();
    team.deliveries(webhook).forEach(delivery -> before.add(delivery.path("id").asText()));
    ObjectNode event =
        OtherServices.ideaEvent(TYPE)
            .put("teamId", team.id.toString())
            .put("actionId", UUID.randomUUID().toString());
    event.put("finishedAt", Instant.now().toString());
    TestEvents.publish("idea.events", UUID.randomUUID(), TYPE, team.id, event.toString());
    return await("a delivery")
        .until(
            () -> {
              dispatcher.dispatch();
              return team.deliveries(webhook).stream()
                  .map(delivery -> delivery.path("id").asText())
                  .filter(id -> !before.contains(id))
                  .findFirst()
                  .orElse(null);
            },
            Objects::nonNull);
  }
}
