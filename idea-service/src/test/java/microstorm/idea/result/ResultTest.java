package microstorm.idea.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import microstorm.idea.IdeaServiceTest;
import microstorm.idea.Impatient;
import microstorm.idea.LiveBoard;
import microstorm.idea.LiveBoard.Person;
import microstorm.idea.vote.Choosing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The results of choosing: hidden from everyone until they are counted, then equal for everyone.
 */
@IdeaServiceTest
@TestProfile(Impatient.class)
class ResultTest {

  private static Response results(LiveBoard board, Person person, String query) {
    return board.as(person).get("/api/boards/" + board.session + "/results" + query);
  }

  private static JsonPath read(LiveBoard board, Person person, String query) {
    return results(board, person, query).then().statusCode(200).extract().jsonPath();
  }

  private static List<Person> everybody(LiveBoard board) {
    List<Person> people = new ArrayList<>(List.of(board.owner()));
    for (String role : List.of("facilitator", "participant", "observer")) {
      people.add(board.join(role));
    }
    return people;
  }

  @Test
  void everybodySeesTheSameResultsWhenTheGroupBeginsToAgree() {
    Choosing group = new Choosing(3);
    List<Person> people = everybody(group.board);
    group.vote(people.get(1), group.ideas.get(2)).then().statusCode(201);
    group.vote(people.get(2), group.ideas.get(1)).then().statusCode(201);
    for (int i = 0; i < 2; i++) {
      group.mark(people.get(1 + i), group.ideas.get(0), 2 + i).then().statusCode(200);
    }
    Person third = group.board.join("participant");
    group.mark(third, group.ideas.get(0), 5).then().statusCode(200);
    assertThat(group.board.events()).noneMatch(event -> event.type().contains("counted"));
    for (Person person : people) {
      results(group.board, person, "")
          .then()
          .statusCode(409)
          .body("type", endsWith("#results-hidden"));
    }

    group.board.begin("agreeing-started");
    List<String> ids = group.ideas.stream().map(UUID::toString).toList();
    for (Person person : people) {
      JsonPath results = read(group.board, person, "");
      assertThat(results.getString("order")).isEqualTo("dots");
      assertThat(results.getList("ideas.ideaId"))
          .containsExactly(ids.get(1), ids.get(2), ids.get(0));
      assertThat(results.getList("ideas.rank")).isEqualTo(Arrays.asList(1, 1, null));
      assertThat(results.getList("ideas.dots")).containsExactly(1, 1, 0);
      assertThat(results.getFloat("ideas[2].marks[0].mean")).isEqualTo(3.33f);
      assertThat(results.getInt("ideas[2].marks[0].count")).isEqualTo(3);
      assertThat(group.board.view(person).getMap("results")).isEqualTo(results.getMap(""));
    }
    JsonPath byCriterion = read(group.board, people.get(3), "?sort=" + Choosing.CRITERION);
    assertThat(byCriterion.getString("order")).isEqualTo(Choosing.CRITERION.toString());
    assertThat(byCriterion.getList("ideas.ideaId"))
        .containsExactly(ids.get(0), ids.get(1), ids.get(2));
    assertThat(byCriterion.getList("ideas.rank")).isEqualTo(Arrays.asList(1, null, null));
    assertThat(read(group.board, people.get(3), "?sort=position").getString("order"))
        .isEqualTo("position");
    for (String unknown : List.of("likes", UUID.randomUUID().toString())) {
      results(group.board, people.get(1), "?sort=" + unknown)
          .then()
          .statusCode(400)
          .body("type", endsWith("#sort-unknown"));
    }
    assertThat(group.board.events("votes-counted", 1)).hasSize(1);
  }

  /** The control: three marks are shown; in a session with names two are too. */
  @Test
  void anAnonymousSessionShowsNoMeanOfFewerThanThreeMarks() {
    Choosing group = new Choosing(2);
    for (int i = 0; i < 3; i++) {
      Person person = group.board.join("participant");
      group.mark(person, group.ideas.get(0), 4).then().statusCode(200);
      if (i < 2) {
        group.mark(person, group.ideas.get(1), 5).then().statusCode(200);
      }
    }
    group.board.begin("agreeing-started");
    assertThat(read(group.board, group.author, "?sort=position").getList("ideas.marks.mean"))
        .isEqualTo(List.of(List.of(4f), List.of()));
    JsonNode counted = group.board.events("votes-counted", 1).get(0).payload();
    assertThat(counted.get("marks")).hasSize(1);

    LiveBoard named = LiveBoard.in("sharing-started", false);
    Person author = named.join("participant");
    Person voter = named.join("participant");
    UUID idea = named.posted(author, "an idea");
    named.begin("converging-started");
    named
        .as(voter)
        .body(Map.of("ideaId", idea, "criterionId", Choosing.CRITERION, "value", 5))
        .post("/api/boards/{id}/marks", named.session)
        .then()
        .statusCode(200);
    named.begin("agreeing-started");
    assertThat(read(named, author, "").getInt("ideas[0].marks[0].count")).isEqualTo(1);
  }

  @Test
  void aGroupThatDidNotChooseKeepsTheOrderOfTheBoard() {
    LiveBoard board = LiveBoard.in("sharing-started", true);
    Person author = board.join("participant");
    List<String> ids =
        List.of(board.posted(author, "one").toString(), board.posted(author, "two").toString());
    board.begin("agreeing-started");
    JsonPath results = read(board, author, "?sort=dots");
    assertThat(results.getString("order")).isEqualTo("position");
    assertThat(results.getList("ideas.ideaId")).isEqualTo(ids);
    assertThat(results.getList("ideas.rank")).containsOnly((Integer) null);
    assertThat(board.events()).noneMatch(event -> event.type().contains("votes-counted"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"planned", "lobby-opened", "quiet-started", "sharing-started"})
  void beforeTheCountTheResultsAreHidden(String phase) {
    LiveBoard board = LiveBoard.in(phase, true);
    results(board, board.owner(), "")
        .then()
        .statusCode(409)
        .body("type", endsWith("#results-hidden"));
    assertThat(board.view(board.owner()).<Object>get("results")).isNull();
  }

  @Test
  void dotsAreCountedOnce() {
    Choosing group = new Choosing(1);
    Person voter = group.board.join("participant");
    group.vote(voter, group.ideas.get(0)).then().statusCode(201);
    group.board.begin("agreeing-started");
    group.board.publish("agreeing-started", event -> {});
    group.board.begin("closing");
    group.board.events("board-sealed", 1);
    assertThat(group.board.events())
        .filteredOn(event -> event.type().contains("votes-counted"))
        .hasSize(1);
    assertThat(read(group.board, group.author, "").getInt("ideas[0].dots")).isEqualTo(1);
  }

  @Test
  void aClientAsksWhetherTheResultsChanged() {
    Choosing group = new Choosing(1);
    group.board.begin("agreeing-started");
    Response first = results(group.board, group.author, "");
    String tag = first.header("ETag");
    assertThat(first.header("Cache-Control")).isEqualTo("private, no-cache");
    for (String query : List.of("", "?sort=position")) {
      Response again =
          group
              .board
              .as(group.author)
              .header("If-None-Match", tag)
              .get("/api/boards/" + group.board.session + "/results" + query);
      assertThat(again.statusCode()).as(query).isEqualTo(query.isEmpty() ? 304 : 200);
    }
    Response hidden = results(new Choosing(1).board, group.author, "");
    assertThat(hidden.header("ETag")).isNull();
  }
}
