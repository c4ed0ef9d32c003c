package microstorm.local.standard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * "Clearly define the problem that you want to solve, and lay out any criteria that you must meet."
 */
class ProblemAndCriteriaIT {

  @Test
  void theQuietPhaseCannotBeginWithoutThem() {
    Brainstorm session = Brainstorm.planned(Map.of("problem", "", "criteria", List.of()));
    session.to("lobby").expect(200);
    Brainstorm.refused(session.to("quiet"), "problem-missing");
    change(session, Map.of("problem", "What is in our way?"));
    Brainstorm.refused(session.to("quiet"), "criteria-missing");
    change(session, Map.of("criteria", List.of("It can be done by us")));
    session.to("quiet").expect(200);
  }

  @Test
  void theBoardShowsThem() {
    Brainstorm session = Brainstorm.planned().quiet();
    assertThat(session.participant("Ana").board().path("session").toString())
        .contains("What is in our way?", "It can be done by us");
  }

  @Test
  void ideasAreMarkedAgainstThem() {
    Brainstorm session = Brainstorm.planned();
    var ana = session.participant("Ana");
    session.quiet();
    String idea = ana.writes("An idea").path("id").asText();
    session.sharing().converging();
    String criterion = ana.board().path("session").path("criteria").path(0).path("id").asText();
    ana.onBoard("/marks", Map.of("ideaId", idea, "criterionId", criterion, "value", 4)).expect(200);
    assertThat(ana.board().has("results")).isFalse();
    Brainstorm.refused(ana.onBoard("GET", "/results"), "results-hidden");
    Map<String, Object> action = Map.of("text", "Try it", "ideaId", idea);
    Brainstorm.refused(ana.onBoard("/actions", action), "results-first");
    session.agreeing();
    assertThat(ana.onBoard("GET", "/results?sort=" + criterion).expect(200).toString())
        .contains(idea, criterion, "\"mean\":4");
    ana.onBoard("/actions", action).expect(201);
    session.closed();
    assertThat(session.report().path("outcome").path("marks").toString()).contains(idea, "4");
    assertThat(Brainstorm.texts(session.report().path("outcome").path("actions"), "text"))
        .containsExactly("Try it");
  }

  private static void change(Brainstorm session, Map<String, ?> fields) {
    session
        .api()
        .send("PATCH", "/api/sessions/" + session.id(), session.owner(), fields)
        .expect(200);
  }
}
