package microstorm.idea.topic;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.UUID;
import microstorm.idea.IdeaServiceTest;
import microstorm.idea.LiveBoard;
import org.junit.jupiter.api.Test;

/** A board begins with the topics of its session's plan. */
@IdeaServiceTest
class PlannedTopicsTest {

  @Test
  void aNewBoardHasTheTopicsOfThePlanInOrder() {
    LiveBoard board = new LiveBoard();
    UUID first = UUID.randomUUID();
    UUID second = UUID.randomUUID();
    board.plan(
        event -> {
          ArrayNode topics = event.putArray("topics");
          topics.addObject().put("id", first.toString()).put("title", "Start");
          topics.addObject().put("id", second.toString()).put("title", "Stop");
        });
    assertThat(board.view(board.owner()).getList("topics.id"))
        .containsExactly(first.toString(), second.toString());
    assertThat(board.view(board.owner()).getList("topics.title")).containsExactly("Start", "Stop");
    assertThat(board.events("topic-added", 2))
        .extracting(event -> event.payload().path("title").asText())
        .containsExactly("Start", "Stop");
  }

  /** Events of the version before have no topics. */
  @Test
  void aPlanWithoutTopicsGivesAnEmptyBoard() {
    LiveBoard board = new LiveBoard();
    board.plan(event -> event.remove("topics"));
    assertThat(board.view(board.owner()).getList("topics")).isEmpty();
  }
}
