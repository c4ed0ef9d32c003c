package microstorm.local.standard;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.UUID;
import microstorm.client.Person;
import org.junit.jupiter.api.Test;

/** "People should avoid criticizing or rewarding ideas." */
class NoCriticismNoRewardIT {

  private final Brainstorm session = Brainstorm.planned();
  private final Person author = session.participant("Ana");
  private final Person other = session.participant("Ben");

  @Test
  void ratingsAreRefusedWhileTheGroupDiverges() {
    session.quiet();
    String idea = author.writes("An idea").path("id").asText();
    assertRatingsAreRefused(author, idea);
    session.sharing();
    assertRatingsAreRefused(other, idea);
    session.converging();
    other.onBoard("/votes", Map.of("ideaId", idea)).expect(201);
  }

  private static void assertRatingsAreRefused(Person person, String idea) {
    Brainstorm.refused(person.onBoard("/votes", Map.of("ideaId", idea)), "diverging");
    Map<String, Object> mark =
        Map.of("ideaId", idea, "criterionId", UUID.randomUUID().toString(), "value", 5);
    Brainstorm.refused(person.onBoard("/marks", mark), "diverging");
    for (String reaction : new String[] {"likes", "votes", "comments", "reactions"}) {
      Brainstorm.refused(
          person.onBoard("/ideas/" + idea + "/" + reaction, Map.of("text", "+1")), "diverging");
    }
    Brainstorm.refused(person.onBoard("GET", "?sort=votes"), "diverging");
  }

  @Test
  void onlyTheAuthorGetsAHintAboutPraise() {
    session.quiet();
    JsonNode praise = author.writes("Great idea!");
    assertThat(praise.path("hint").path("kind").asText()).isEqualTo("praise");
    assertThat(author.writes("Shorter meetings").has("hint")).isFalse();
    session.sharing();
    assertThat(Brainstorm.ideasSeenBy(author)).contains("Great idea!");
    assertThat(other.board().toString()).contains("Great idea!").doesNotContain("hint");
  }
}
