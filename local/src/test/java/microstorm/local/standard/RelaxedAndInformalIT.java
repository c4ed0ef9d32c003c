package microstorm.local.standard;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
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
  void aJoinCodeIsEnoughToTakePart() {
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
  void drawnCardsAreVisibleToOnePersonOnly() {
    Person stuck = session.participant("Stuck");
    Person other = session.participant("Other");
    Brainstorm.refused(stuck.inSession("/cards", Map.of("deck", "scamper")), "not-quiet");
    session.quiet();
    try (Watch others = Watch.of(session, other);
        Watch leads = Watch.of(session, session.facilitator())) {
      List<String> cards = IntStream.range(0, 5).mapToObj(n -> card(stuck)).toList();
      assertThat(cards).doesNotHaveDuplicates().noneMatch(String::isBlank);

      // a later event has arrived, so the cards would have arrived too
      session.ready(stuck);
      session.eventually(() -> seesThatIsReady(others, stuck) && seesThatIsReady(leads, stuck));
      for (Person person : List.of(other, session.facilitator())) {
        assertThat(person.board().toString()).doesNotContain(cards);
        assertThat(person.inSession("GET", "").expect(200).toString()).doesNotContain(cards);
      }
      assertThat(others.text() + leads.text()).doesNotContain(cards);
    }
  }

  private static String card(Person person) {
    return person.inSession("/cards", Map.of("deck", "scamper")).expect(200).path("text").asText();
  }

  private static boolean seesThatIsReady(Watch watch, Person person) {
    return watch
        .events("participant")
        .filter(seat -> seat.path("participantId").asText().equals(person.id()))
        .anyMatch(seat -> seat.path("ready").asBoolean());
  }
}
