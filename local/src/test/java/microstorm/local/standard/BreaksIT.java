package microstorm.local.standard;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import microstorm.client.Person;
import org.junit.jupiter.api.Test;

/**
 * "If the brainstorming session is lengthy, take plenty of breaks so that people can continue to
 * concentrate."
 */
class BreaksIT {

  private final Brainstorm session = Brainstorm.planned();
  private final Person ana = session.participant("Ana");

  @Test
  void aBreakStopsEverythingAndEveryTimer() {
    session.quiet();
    Instant endsAt = endsAt();
    session.facilitator().inSession("/breaks", Map.of("minutes", 5)).expect(201);
    session.eventually(() -> ana.board().path("session").hasNonNull("breakId"));
    Brainstorm.refused(ana.onBoard("/ideas", Map.of("text", "quickly")), "break-running");
    Brainstorm.refused(session.to("sharing"), "break-running");

    session.facilitator().inSession("DELETE", "/breaks/current").expect(204);
    session.eventually(() -> !ana.board().path("session").hasNonNull("breakId"));
    assertThat(Duration.between(endsAt, endsAt())).isPositive();
    ana.writes("afterwards");
    session.sharing();
    assertThat(session.closed().path("outcome").path("breaks")).hasSize(1);
  }

  @Test
  void theLiveStreamShowsBeginAndEndOfABreak() {
    session.quiet();
    try (Watch anas = Watch.of(session, ana)) {
      String id =
          session
              .facilitator()
              .inSession("/breaks", Map.of("minutes", 5))
              .expect(201)
              .path("breakId")
              .asText();
      session.eventually(() -> isOn(anas, id));
      assertThat(anas.events("session")).anyMatch(state -> state.hasNonNull("breakEndsAt"));

      session.facilitator().inSession("DELETE", "/breaks/current").expect(204);
      session.eventually(
          () -> anas.events("session").reduce((a, b) -> b).stream().noneMatch(BreaksIT::isBreak));
    }
  }

  @Test
  void theLiveStreamShowsTheBeginOfAScheduledBreak() {
    session.quiet();
    try (Watch anas = Watch.of(session, ana)) {
      String startsAt = Instant.now().plusSeconds(2).toString();
      JsonNode planned =
          session
              .facilitator()
              .inSession("/breaks", Map.of("minutes", 5, "startsAt", startsAt))
              .expect(201);
      String id = planned.path("breakId").asText();
      session.eventually(() -> isOn(anas, id));
      assertThat(ana.board().path("session").path("breakId").asText()).isEqualTo(id);
    }
  }

  private static boolean isOn(Watch watch, String breakId) {
    return watch
        .events("session")
        .anyMatch(state -> state.path("breakId").asText().equals(breakId));
  }

  private static boolean isBreak(JsonNode state) {
    return state.hasNonNull("breakId");
  }

  private Instant endsAt() {
    return Instant.parse(session.session().path("endsAt").asText());
  }
}
