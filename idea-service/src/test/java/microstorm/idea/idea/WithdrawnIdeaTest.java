package microstorm.idea.idea;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.RestAssured;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import microstorm.idea.IdeaServiceTest;
import microstorm.idea.LiveBoard;
import microstorm.idea.LiveBoard.Person;
import microstorm.idea.stream.LiveStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The stream shows the group and the action of a withdrawn idea without it. */
@IdeaServiceTest
class WithdrawnIdeaTest {

  private LiveBoard board;
  private Person person;
  private UUID stays;
  private UUID goes;

  @BeforeEach
  void write() {
    board = LiveBoard.in("sharing-started", false);
    person = board.join("participant");
    stays = board.posted(person, "stays");
    goes = board.posted(person, "goes");
  }

  private void add(String kind, Map<String, ?> body) {
    board
        .as(person)
        .body(body)
        .post("/api/boards/{session}/" + kind, board.session)
        .then()
        .statusCode(201);
  }

  private LiveStream open(String lastEventId) {
    return LiveStream.open(RestAssured.port, board.session, person.token(), lastEventId);
  }

  @Test
  void itemsThatReferredToTheIdeaAreShownWithoutIt() {
    add("groups", Map.of("name", "Both", "ideaIds", List.of(stays, goes)));
    String before = Long.toString(board.view(person).getLong("seq"));
    try (LiveStream live = open(null).awaitEvent("snapshot")) {
      board.as(person).delete(board.idea(goes)).then().statusCode(204);
      try (LiveStream resumed = open(before)) {
        for (LiveStream stream : List.of(live, resumed)) {
          stream.awaitEvent("group");
          assertThat(only(stream, "idea-withdrawn")).contains(goes.toString());
          assertThat(only(stream, "group"))
              .contains(stays.toString())
              .doesNotContain(goes.toString());
        }
      }
    }
  }

  private static String only(LiveStream stream, String type) {
    List<String> data = stream.of(type).map(LiveStream.Event::data).toList();
    assertThat(data).hasSize(1);
    return data.get(0);
  }
}
