package microstorm.local.standard;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import microstorm.client.Person;
import org.junit.jupiter.api.Test;

/** "Brainstorming provides a free and open environment that encourages everyone to participate." */
class EverybodyParticipatesIT {

  @Test
  void inAnAnonymousSessionNobodySeesTheAuthors() {
    Brainstorm session = Brainstorm.planned(Map.of("anonymous", true));
    Person author = session.participant("Ana");
    Person other = session.participant("Ben");
    session.quiet();
    JsonNode posted = author.writes("What I would not say aloud");
    session.sharing();

    JsonNode seen = other.board().path("ideas").path(0);
    assertThat(seen.path("text").asText()).isEqualTo("What I would not say aloud");
    assertThat(seen.has("authorId")).isFalse();
    assertThat(seen.toString()).doesNotContain(author.id()).doesNotContain("Ana");
    assertThat(author.board().path("ideas").path(0).path("mine").asBoolean()).isTrue();
    assertThat(posted.path("editKey").asText()).isNotBlank();
    assertThat(session.closed().path("ideas").toString()).doesNotContain(author.id());
  }

  @Test
  void inOtherSessionsTheAuthorIsShown() {
    Brainstorm session = Brainstorm.planned();
    Person author = session.participant("Ana");
    Person other = session.participant("Ben");
    session.quiet();
    author.writes("Mine");
    session.sharing();
    assertThat(other.board().path("ideas").path(0).path("authorId").asText())
        .isEqualTo(author.id());
  }

  @Test
  void theFacilitatorSeesTheNumberOfSilentPeopleAndNoNames() {
    Brainstorm session = Brainstorm.planned();
    Person author = session.participant("Ana");
    Person silent = session.participant("Ben");
    session.participant("Dora");
    Person gone = session.participant("Cleo");
    gone.inSession("DELETE", "/participants/" + gone.id()).expect(204);
    session.quiet();
    author.writes("One");
    author.writes("Two");
    JsonNode counts = session.facilitator().board().path("counts");
    assertThat(counts.path("writers").asInt()).isEqualTo(1);
    assertThat(counts.path("silent").asInt()).as("participants only").isEqualTo(2);
    assertThat(counts.path("ideas").asInt()).as("counts of others' ideas").isZero();
    assertThat(silent.board().path("counts").has("writers")).isFalse();
  }

  @Test
  void observersCannotWrite() {
    Brainstorm session = Brainstorm.planned();
    Person observer = session.observer();
    session.quiet();
    Brainstorm.forbidden(observer.onBoard("/ideas", Map.of("text", "Mine")), "observer");
  }
}
