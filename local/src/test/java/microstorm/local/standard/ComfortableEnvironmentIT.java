package microstorm.local.standard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** "Set up a comfortable environment for the session." */
class ComfortableEnvironmentIT {

  @Test
  void theFacilitatorTicksTheChecklist() {
    Brainstorm session = Brainstorm.planned();
    List<String> ticked = List.of("room", "time");
    session.facilitator().inSession("PUT", "/checklist", Map.of("ticked", ticked)).expect(200);
    assertThat(session.session().path("checklist"))
        .extracting(point -> point.asText())
        .containsExactlyInAnyOrderElementsOf(ticked);
    Brainstorm.forbidden(
        session.participant("Ana").inSession("PUT", "/checklist", Map.of("ticked", List.of())),
        "not-facilitator");
  }
}
