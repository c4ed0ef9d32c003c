package microstorm.local.standard;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.stream.IntStream;
import microstorm.client.Person;
import org.junit.jupiter.api.Test;

/**
 * "Brainstorming combines a relaxed, informal approach to problem solving with lateral thinking."
 */
class RelaxedAndInformalIT {

  private final Brainstorm session = Brainstorm.planned();

  @Test
  void aLinkIsEnoughToTakePart() {
    JsonNode joined =
        session
            .api()
            .post(
                "/api/sessions/" + session.id() + "/participants",
                "",
                Map.of("joinCode", session.joinCode()))
            .expect(201);
    Person nameless = Person.with(session.api(), session.id(), joined.path("token").asText());
    session.quiet();
    nameless.writes("Nobody asked me for a name");
    assertThat(Brainstorm.ideasSeenBy(nameless)).containsExactly("Nobody asked me for a name");
  }

  @Test
  void whoIsStuckDrawsCardsThatNobodyElseSees() {
    Person stuck = session.participant("Stuck");
    Brainstorm.refused(stuck.inSession("/cards", Map.of("deck", "scamper")), "not-quiet");
    session.quiet();
    assertThat(
            IntStream.range(0, 5)
                .mapToObj(
                    n ->
                        stuck
                            .inSession("/cards", Map.of("deck", "scamper"))
                            .expect(200)
                            .path("text")
                            .asText()))
        .doesNotHaveDuplicates()
        .noneMatch(String::isBlank);
  }
}
