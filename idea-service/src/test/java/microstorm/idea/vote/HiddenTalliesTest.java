package microstorm.idea.vote;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import microstorm.idea.IdeaServiceTest;
import microstorm.idea.LiveBoard.Person;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Until the end of the converging phase nobody sees the dots and marks of others, nor the results;
 * then everybody sees the results.
 */
@IdeaServiceTest
class HiddenTalliesTest {

  private Choosing group;
  private UUID first;
  private UUID second;
  private Person voter;
  private Person other;
  private Person observer;

  @BeforeEach
  void converge() {
    group = new Choosing(2);
    first = group.ideas.get(0);
    second = group.ideas.get(1);
    voter = group.board.join("participant");
    other = group.board.join("facilitator");
    observer = group.board.join("observer");
  }

  private void choose() {
    group.vote(voter, first).then().statusCode(201);
    group.vote(voter, second).then().statusCode(201);
    group.vote(other, second).then().statusCode(201);
    group.mark(voter, first, 2).then().statusCode(200);
    group.mark(other, first, 5).then().statusCode(200);
  }

  @Test
  void inTheConvergingPhaseEverybodySeesOnlyTheirOwnDots() {
    choose();
    JsonPath own = group.board.view(voter);
    assertThat(own.getInt("votes.limit")).isEqualTo(3);
    assertThat(own.getInt("votes.left")).isEqualTo(1);
    assertThat(own.getList("votes.mine.votes")).containsExactly(1, 1);
    assertThat(own.getList("marks.mine.value")).containsExactly(2);
    assertThat(group.board.view(other).getList("votes.mine.ideaId"))
        .containsExactly(second.toString());
    assertThat(group.board.view(group.author).getInt("votes.left")).isEqualTo(3);
    for (Person person : List.of(observer, group.board.owner())) {
      assertThat(group.board.view(person).<Object>get("votes")).isNull();
      assertThat(group.board.view(person).<Object>get("marks")).isNull();
    }
    Stream.of(voter, other, group.author, observer, group.board.owner())
        .forEach(
            person ->
                assertThat(
                        group
                            .board
                            .as(person)
                            .get("/api/boards/{id}", group.board.session)
                            .asString())
                    .doesNotContain("results", "rank"));
    assertThat(group.board.view(voter).getMap("ideas[0]").keySet())
        .doesNotContain("votes", "marks", "score");
  }

  /** The control: the same requests find the results when they exist. */
  @Test
  void afterTheEndEverybodySeesTheTotalsWithoutThePeople() {
    choose();
    group.board.begin("closing");
    for (Person person : List.of(voter, other, group.author, observer, group.board.owner())) {
      JsonPath view = group.board.view(person);
      assertThat(view.getList("results.ideas.ideaId"))
          .containsExactly(second.toString(), first.toString());
      assertThat(view.getList("results.ideas.dots")).containsExactly(2, 1);
      assertThat(view.<Object>get("votes")).isNull();
      assertThat(view.<Object>get("marks")).isNull();
    }
    JsonNode counted = group.board.events("votes-counted", 1).get(0).payload();
    JsonNode seal = group.board.events("board-sealed", 1).get(0).payload();
    assertThat(counted.get("votes")).hasSize(2);
    assertThat(counted.get("votes").get(0).get("votes").asInt()).isEqualTo(2);
    assertThat(counted.get("seq").asLong()).isLessThan(seal.get("seq").asLong());
  }

  @Test
  void withoutAConvergingPhaseNothingIsCounted() {
    Choosing empty = new Choosing(1);
    empty.board.begin("sharing-started");
    empty.board.begin("closing");
    empty.board.events("board-sealed", 1);
    assertThat(empty.board.events()).noneMatch(event -> event.type().contains("votes-counted"));
    assertThat(empty.board.view(empty.author).getString("results.order")).isEqualTo("position");
  }
}
