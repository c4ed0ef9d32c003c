package microstorm.idea.stream;

import static microstorm.testing.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.RestAssured;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Predicate;
import microstorm.idea.IdeaServiceTest;
import microstorm.idea.LiveBoard;
import microstorm.idea.LiveBoard.Person;
import microstorm.testing.contract.Contracts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The stream of a board shows seats, readiness, rooms and the times of the session. */
@IdeaServiceTest
class SessionOnStreamTest {

  /** The database and the test have the same clock, but may round differently. */
  private static final Duration CLOCK_TOLERANCE = Duration.ofMinutes(1);

  private LiveBoard board;
  private Person person;
  private LiveStream stream;

  @BeforeEach
  void watch() {
    board = LiveBoard.in("lobby-opened", false);
    Person watching = board.join("participant");
    person = board.join("participant");
    stream =
        LiveStream.open(RestAssured.port, board.session, watching.token(), null)
            .awaitEvent("snapshot");
  }

  @AfterEach
  void close() {
    stream.close();
  }

  @Test
  void theStreamShowsReadinessAndLeaving() {
    board.publish("participant-ready", event -> about(event, person).put("ready", true));
    awaitSeat(seat -> seat.path("ready").asBoolean());
    board.publish("participant-ready", event -> about(event, person).put("ready", false));
    awaitSeat(seat -> !seat.path("ready").asBoolean() && seat.path("present").asBoolean());
    board.publish("participant-left", event -> about(event, person));
    awaitSeat(seat -> !seat.path("present").asBoolean());
  }

  @Test
  void theStreamShowsRoomsUntilTheyAreMerged() {
    board.publish(
        "rooms-formed",
        event ->
            ((ObjectNode) event.get("rooms").get(0))
                .put("number", 3)
                .putArray("participants")
                .add(person.id().toString()));
    awaitSeat(seat -> seat.path("room").asInt() == 3);
    board.publish("rooms-merged", event -> {});
    awaitSeat(seat -> !seat.hasNonNull("room"));
  }

  @Test
  void theStreamShowsTheTimesOfThePhaseAndOfABreak() {
    String quietEnds = "2036-01-02T03:04:05Z";
    String breakEnds = "2036-01-02T03:03:00Z";
    String later = "2036-01-02T03:09:05Z";
    UUID pause = UUID.randomUUID();
    board.publish("quiet-started", event -> event.put("endsAt", quietEnds));
    awaitSession(state -> state.path("endsAt").asText().equals(quietEnds));
    board.publish(
        "break-started", event -> event.put("breakId", pause.toString()).put("endsAt", breakEnds));
    awaitSession(state -> state.path("breakEndsAt").asText().equals(breakEnds));
    board.publish(
        "break-ended", event -> event.put("breakId", pause.toString()).put("phaseEndsAt", later));
    awaitSession(
        state -> !state.hasNonNull("breakId") && state.path("endsAt").asText().equals(later));
    assertThat(Contracts.tree(last("session").data()).path("quietOver").asBoolean()).isFalse();
    board.publish("quiet-time-over", event -> {});
    awaitSession(state -> state.path("quietOver").asBoolean());
  }

  @Test
  void theStreamShowsTheScheduledBreaksUntilTheyBegin() {
    UUID first = UUID.randomUUID();
    UUID second = UUID.randomUUID();
    schedule(second, "2036-01-02T03:09:05Z");
    schedule(first, "2036-01-02T03:04:05Z");
    awaitSession(
        state ->
            state.path("scheduledBreaks").size() == 2
                && state.at("/scheduledBreaks/0/breakId").asText().equals(first.toString())
                && state.at("/scheduledBreaks/0/startsAt").asText().equals("2036-01-02T03:04:05Z")
                && state.at("/scheduledBreaks/0/minutes").asInt() == 5);
    board.publish("break-started", event -> event.put("breakId", first.toString()));
    awaitSession(
        state ->
            state.path("scheduledBreaks").size() == 1
                && state.path("breakId").asText().equals(first.toString()));
    board.publish("break-unscheduled", event -> event.put("breakId", second.toString()));
    awaitSession(state -> state.path("scheduledBreaks").isEmpty());
  }

  private void schedule(UUID id, String startsAt) {
    board.publish(
        "break-scheduled", event -> event.put("breakId", id.toString()).put("startsAt", startsAt));
  }

  @Test
  void theStreamShowsTheTimeOfTheServer() {
    Instant before = Instant.now().minus(CLOCK_TOLERANCE);
    board.publish("quiet-started", event -> {});
    awaitSession(state -> state.path("phase").asText().equals("quiet"));
    assertThat(serverTime("/session", last("snapshot"))).isAfter(before);
    assertThat(serverTime("", last("session"))).isAfter(serverTime("/session", last("snapshot")));
  }

  private static Instant serverTime(String session, LiveStream.Event event) {
    return Instant.parse(Contracts.tree(event.data()).at(session + "/serverTime").asText());
  }

  private static ObjectNode about(ObjectNode event, Person person) {
    return event.put("participantId", person.id().toString());
  }

  private void awaitSeat(Predicate<JsonNode> condition) {
    await("the seat on the stream")
        .until(
            () ->
                stream
                    .of("participant")
                    .map(event -> Contracts.tree(event.data()))
                    .filter(seat -> seat.path("participantId").asText().equals("" + person.id()))
                    .reduce((first, next) -> next)
                    .filter(condition)
                    .isPresent());
  }

  private void awaitSession(Predicate<JsonNode> condition) {
    await("the session on the stream")
        .until(
            () ->
                stream
                    .of("session")
                    .map(event -> Contracts.tree(event.data()))
                    .reduce((first, next) -> next)
                    .filter(condition)
                    .isPresent());
  }

  private LiveStream.Event last(String type) {
    return stream.of(type).reduce((first, next) -> next).orElseThrow();
  }
}
