package microstorm.session.card;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;

import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import microstorm.session.LiveSession;
import microstorm.session.LiveSession.Member;
import microstorm.session.LiveTeam;
import microstorm.session.SessionServiceTest;
import org.junit.jupiter.api.Test;

/** A participant draws a card, and no event is published. */
@SessionServiceTest
class CardTest {

  private static final List<String> OWN = List.of("Ask a child", "Think of rain", "Halve it");

  private static LiveSession plan() {
    return new LiveTeam("Stuck").plan(Map.of("cards", OWN)).through("lobby");
  }

  private static ValidatableResponse draw(LiveSession session, String token, String deck) {
    return session.post(token, "/cards", Map.of("deck", deck));
  }

  private static void refused(ValidatableResponse answer, String name) {
    answer.statusCode(409).body("type", equalTo("/api/problems#" + name));
  }

  private static void forbidden(ValidatableResponse answer, String name) {
    answer.statusCode(403).body("type", equalTo("/api/problems#" + name));
  }

  @Test
  void everyCardIsDrawnOnceBeforeOneRepeatsAndNothingIsPublished() {
    LiveSession session = plan();
    Member member = session.join("participant");
    session.through("quiet");
    session.event("quiet-started");
    List<String> before = session.types();
    List<String> drawn =
        IntStream.range(0, OWN.size())
            .mapToObj(
                n ->
                    draw(session, member.token(), "own")
                        .statusCode(200)
                        .extract()
                        .<String>path("text"))
            .toList();
    assertThat(drawn).containsExactlyInAnyOrderElementsOf(OWN);
    draw(session, member.token(), "scamper").statusCode(200);
    draw(session, member.token(), "tarot").statusCode(404);
    session.post(member.token(), "/ready", Map.of("ready", true)).statusCode(200);
    session.event("participant-ready");
    assertThat(session.types()).hasSize(before.size() + 1);
  }

  @Test
  void theListHasTheBuiltInDecksAndTheGroupsOwn() {
    LiveSession session = plan();
    LiveTeam.as(session.join("observer").token())
        .get("/api/sessions/{id}/cards", session.id)
        .then()
        .statusCode(200)
        .body("items.name", hasItems("scamper", "random-word", "reversal", "own"));
  }

  @Test
  void onlyParticipantsDrawCardsAndOnlyInTheQuietTime() {
    LiveSession session = plan();
    Member member = session.join("participant");
    Member observer = session.join("observer");
    refused(draw(session, member.token(), "own"), "not-quiet");
    session.through("quiet");
    forbidden(draw(session, observer.token(), "own"), "observer");
    forbidden(draw(session, session.owner, "own"), "not-a-participant");
    session.post(session.owner, "/breaks", Map.of("minutes", 5)).statusCode(201);
    refused(draw(session, member.token(), "own"), "break-running");
  }
}
