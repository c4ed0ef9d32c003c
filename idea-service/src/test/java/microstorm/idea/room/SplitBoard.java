package microstorm.idea.room;

import static microstorm.testing.Patience.await;

import com.fasterxml.jackson.databind.node.ArrayNode;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import microstorm.idea.LiveBoard;
import microstorm.idea.LiveBoard.Person;
import microstorm.idea.stream.LiveStream;

/** A board whose people a test puts into rooms. */
final class SplitBoard {

  final LiveBoard board;
  final Person ana;
  final Person abe;
  final Person ben;
  final Person leader;
  final Person observer;

  /** Ana and Abe will be in room 1, Ben and the facilitator in room 2. */
  SplitBoard(String phase, boolean anonymous) {
    board = LiveBoard.in(phase, anonymous);
    ana = board.join("participant");
    abe = board.join("participant");
    ben = board.join("participant");
    leader = board.join("facilitator");
    observer = board.join("observer");
  }

  SplitBoard split() {
    return split(List.of(ana, abe), List.of(ben, leader));
  }

  /** Publishes these rooms and waits until the board has them. */
  SplitBoard split(List<Person> first, List<Person> second) {
    board.publish(
        "rooms-formed",
        event -> {
          ArrayNode rooms = event.putArray("rooms");
          for (List<Person> people : List.of(first, second)) {
            ArrayNode ids = rooms.addObject().put("number", rooms.size()).putArray("participants");
            people.forEach(person -> ids.add(person.id().toString()));
          }
        });
    await("the rooms")
        .until(
            () ->
                first.stream().allMatch(person -> Objects.equals(roomOf(person), 1))
                    && second.stream().allMatch(person -> Objects.equals(roomOf(person), 2)));
    return this;
  }

  Integer roomOf(Person person) {
    return board
        .view(board.owner())
        .get("participants.find { it.participantId == '%s' }.room".formatted(person.id()));
  }

  void merge() {
    board.publish("rooms-merged", event -> {});
    await("the merge").until(() -> roomOf(ana) == null);
  }

  UUID added(Person person, String kind, Map<String, ?> body) {
    return UUID.fromString(add(person, kind, body).statusCode(201).extract().path("id"));
  }

  ValidatableResponse add(Person person, String kind, Map<String, ?> body) {
    return board.as(person).body(body).post("/api/boards/{id}/{kind}", board.session, kind).then();
  }

  LiveStream stream(Person person, String lastEventId) {
    return LiveStream.open(RestAssured.port, board.session, person.token(), lastEventId);
  }

  String seen(Person person) {
    return board.as(person).get("/api/boards/{id}", board.session).asString();
  }

  String events() {
    return board.events().toString();
  }
}
