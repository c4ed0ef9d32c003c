package microstorm.idea.projection;

import static microstorm.testing.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Consumer;
import microstorm.idea.IdeaServiceTest;
import microstorm.idea.LiveBoard;
import microstorm.idea.LiveBoard.Person;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A removed participant stays removed, also when events are repeated or arrive in another order.
 */
@IdeaServiceTest
class SeatProjectionTest {

  private LiveBoard board;

  @BeforeEach
  void share() {
    board = LiveBoard.in("sharing-started", false);
  }

  /** Publishes an event and waits for it: each of these events takes one number of the board. */
  private void publishAndAwait(String event, Consumer<ObjectNode> change) {
    long before = board.view(board.owner()).getLong("seq");
    board.publish(event, change);
    await(event).until(() -> board.view(board.owner()).getLong("seq") > before);
  }

  private void joins(Person person) {
    publishAndAwait(
        "participant-joined",
        event -> event.put("participantId", person.id().toString()).put("role", person.role()));
  }

  private void leaves(Person person) {
    publishAndAwait(
        "participant-left", event -> event.put("participantId", person.id().toString()));
  }

  private void assertPresent(Person person, boolean present) {
    assertThat(board.view(board.owner()).getList("participants.participantId"))
        .hasSize(present ? 1 : 0);
    board.as(person).get("/api/boards/{id}", board.session).then().statusCode(present ? 200 : 401);
    board
        .as(person)
        .body("{\"text\":\"still here\"}")
        .post(board.ideas())
        .then()
        .statusCode(present ? 201 : 401);
  }

  @Test
  void repeatedEventsBringNobodyBack() {
    Person person = board.stranger("participant");
    joins(person);
    assertPresent(person, true);
    leaves(person);
    assertPresent(person, false);
    joins(person);
    publishAndAwait(
        "participant-ready",
        event -> event.put("participantId", person.id().toString()).put("ready", true));
    assertPresent(person, false);
    leaves(person);
    assertPresent(person, false);
  }

  @Test
  void aPromotedParticipantIsAFacilitatorOnTheBoard() {
    Person person = board.stranger("participant");
    joins(person);
    publishAndAwait(
        "participant-promoted", event -> event.put("participantId", person.id().toString()));
    assertThat(board.view(board.owner()).getList("participants.role"))
        .containsExactly("facilitator");
    assertPresent(person, true);
  }

  @Test
  void aParticipantWhoseLeavingArrivesFirstIsAbsent() {
    Person person = board.stranger("participant");
    leaves(person);
    assertPresent(person, false);
    joins(person);
    assertPresent(person, false);
  }
}
