package microstorm.idea.silence;

import static microstorm.testing.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.RestAssured;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import microstorm.idea.IdeaServiceTest;
import microstorm.idea.LiveBoard;
import microstorm.idea.LiveBoard.Person;
import microstorm.idea.stream.LiveStream;
import microstorm.testing.contract.Contracts;
import org.junit.jupiter.api.Test;

/** In an anonymous session nobody sees who else is ready. */
@IdeaServiceTest
class HiddenReadinessTest {

  private LiveBoard board;
  private Person ready;
  private Person other;
  private Person leader;

  private void gather(boolean anonymous) {
    board = LiveBoard.in("lobby-opened", anonymous);
    ready = board.join("participant");
    other = board.join("participant");
    leader = board.join("facilitator");
    board.begin("quiet-started");
  }

  private void say(boolean value) {
    board.publish(
        "participant-ready",
        event -> event.put("participantId", ready.id().toString()).put("ready", value));
  }

  private JsonNode view(Person viewer) {
    return Contracts.tree(board.as(viewer).get("/api/boards/{id}", board.session).asString());
  }

  /** Whether the person who says it is ready, as somebody sees it; empty if they do not see it. */
  private Optional<Boolean> seenBy(Person viewer) {
    return StreamSupport.stream(view(viewer).path("participants").spliterator(), false)
        .filter(seat -> seat.path("participantId").asText().equals(ready.id().toString()))
        .filter(seat -> seat.has("ready"))
        .map(seat -> seat.path("ready").asBoolean())
        .findFirst();
  }

  private LiveStream open(Person viewer, String lastEventId) {
    return LiveStream.open(RestAssured.port, board.session, viewer.token(), lastEventId);
  }

  private List<JsonNode> seats(LiveStream stream) {
    return stream
        .of("participant")
        .map(event -> Contracts.tree(event.data()))
        .filter(seat -> seat.path("participantId").asText().equals(ready.id().toString()))
        .toList();
  }

  private void awaitOwn(LiveStream stream, boolean value) {
    await("the own seat")
        .until(
            () ->
                seats(stream).stream()
                    .reduce((first, next) -> next)
                    .filter(seat -> seat.path("ready").asBoolean() == value)
                    .isPresent());
  }

  @Test
  void eachPersonSeesOnlyTheirOwnReadiness() {
    gather(true);
    String before = view(other).path("seq").asText();
    try (LiveStream own = open(ready, null).awaitEvent("snapshot");
        LiveStream others = open(other, null).awaitEvent("snapshot");
        LiveStream leads = open(leader, null).awaitEvent("snapshot")) {
      say(true);
      awaitOwn(own, true);
      assertThat(seenBy(ready)).contains(true);
      for (Person viewer : List.of(other, leader, board.owner())) {
        assertThat(seenBy(viewer)).as(viewer.role()).isEmpty();
      }
      board.begin("sharing-started");
      awaitOwn(own, false);
      others.awaitEvent("session");
      for (LiveStream stream : List.of(others, leads)) {
        await("the phase")
            .until(() -> stream.of("session").anyMatch(event -> event.data().contains("sharing")));
        assertThat(seats(stream)).as("an event of the seat shows when it became ready").isEmpty();
      }
    }
    try (LiveStream resumed = open(other, before)) {
      await("the phase")
          .until(() -> resumed.of("session").anyMatch(event -> event.data().contains("sharing")));
      assertThat(seats(resumed)).isEmpty();
    }
    try (LiveStream resumed = open(ready, before)) {
      awaitOwn(resumed, false);
    }
  }

  @Test
  void othersStillSeeThatASeatChanges() {
    gather(true);
    try (LiveStream others = open(other, null).awaitEvent("snapshot")) {
      board.publish(
          "participant-promoted", event -> event.put("participantId", ready.id().toString()));
      await("the seat").until(() -> !seats(others).isEmpty());
      assertThat(seats(others)).allMatch(seat -> !seat.has("ready"));
    }
  }

  @Test
  void inOtherSessionsEverybodySeesIt() {
    gather(false);
    try (LiveStream others = open(other, null).awaitEvent("snapshot")) {
      say(true);
      awaitOwn(others, true);
      assertThat(seenBy(leader)).contains(true);
    }
  }

  @Test
  void aSessionThatBecomesAnonymousHidesIt() {
    gather(false);
    try (LiveStream others = open(other, null).awaitEvent("snapshot")) {
      say(true);
      awaitOwn(others, true);
      board.plan(true);
      await("the seat without it")
          .until(() -> !seats(others).get(seats(others).size() - 1).has("ready"));
      board.plan(false);
      awaitOwn(others, true);
    }
  }
}
