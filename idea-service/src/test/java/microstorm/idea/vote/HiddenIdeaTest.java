package microstorm.idea.vote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.SoftAssertions.assertSoftly;

import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import microstorm.idea.IdeaServiceTest;
import microstorm.idea.Impatient;
import microstorm.idea.LiveBoard;
import microstorm.idea.LiveBoard.Person;
import microstorm.idea.idea.Rows;
import org.junit.jupiter.api.Test;

/**
 * Grouping, voting, marking and adding actions reveal nothing about another person's hidden idea.
 */
@IdeaServiceTest
@TestProfile(Impatient.class)
class HiddenIdeaTest {

  private static Map<String, Supplier<Response>> requests(
      LiveBoard board, Person person, UUID idea) {
    String path = "/api/boards/" + board.session;
    Map<String, Supplier<Response>> requests = new LinkedHashMap<>();
    requests.put(
        "group",
        () ->
            board
                .as(person)
                .body(Map.of("name", "x", "ideaIds", List.of(idea)))
                .post(path + "/groups"));
    requests.put("vote", () -> board.as(person).body(Map.of("ideaId", idea)).post(path + "/votes"));
    requests.put("retract", () -> board.as(person).delete(path + "/votes/" + idea));
    requests.put(
        "mark",
        () ->
            board
                .as(person)
                .body(Map.of("ideaId", idea, "criterionId", Choosing.CRITERION, "value", 3))
                .post(path + "/marks"));
    requests.put(
        "act",
        () -> board.as(person).body(Map.of("text", "x", "ideaId", idea)).post(path + "/actions"));
    requests.put("like", () -> board.as(person).post(board.idea(idea) + "/likes"));
    return requests;
  }

  private static void assertHidden(LiveBoard board, Person person, UUID hidden) {
    UUID absent = UUID.randomUUID();
    Map<String, Supplier<Response>> toAbsent = requests(board, person, absent);
    assertSoftly(
        softly ->
            requests(board, person, hidden)
                .forEach(
                    (way, request) ->
                        softly
                            .assertThat(request.get().asString().replace("" + hidden, "ID"))
                            .as(person.role() + " who tries to " + way)
                            .isEqualTo(
                                toAbsent.get(way).get().asString().replace("" + absent, "ID"))
                            .contains("/api/problems#")));
  }

  @Test
  void inTheQuietPhaseAHiddenIdeaLooksAbsent() {
    LiveBoard board = LiveBoard.in("quiet-started", true);
    UUID hidden = board.posted(board.join("participant"), "in silence");
    for (Person person :
        List.of(
            board.join("participant"),
            board.join("facilitator"),
            board.join("observer"),
            board.owner())) {
      assertHidden(board, person, hidden);
    }
  }

  /** Such an idea exists only if an earlier rule failed; this rule would still hold. */
  @Test
  void inTheConvergingPhaseAHiddenIdeaLooksAbsentToo() {
    Choosing group = new Choosing(1);
    Person other = group.board.join("participant");
    UUID idea = group.ideas.get(0);
    String share = "update idea set shared = %s where id = '" + idea + "'";
    Rows.execute(share.formatted(false));
    assertHidden(group.board, other, idea);
    // the control: the same requests find it when it is shared
    Rows.execute(share.formatted(true));
    requests(group.board, other, idea)
        .forEach(
            (way, request) ->
                assertThat(request.get().statusCode())
                    .as(way)
                    .isEqualTo(
                        way.matches("like|act") ? 409 : way.matches("mark|retract") ? 200 : 201));
  }

  @Test
  void inTheAgreeingPhaseAHiddenIdeaLooksAbsentToo() {
    Choosing group = new Choosing(1);
    Person other = group.board.join("participant");
    UUID idea = group.ideas.get(0);
    group.board.begin("agreeing-started");
    String share = "update idea set shared = %s where id = '" + idea + "'";
    Rows.execute(share.formatted(false));
    assertHidden(group.board, other, idea);
    // the control: an action may name it when it is shared
    Rows.execute(share.formatted(true));
    assertThat(requests(group.board, other, idea).get("act").get().statusCode()).isEqualTo(201);
  }
}
