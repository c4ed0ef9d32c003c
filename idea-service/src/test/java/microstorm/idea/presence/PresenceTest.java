package microstorm.idea.presence;

import static microstorm.testing.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import microstorm.idea.IdeaServiceTest;
import microstorm.idea.LiveBoard;
import microstorm.idea.LiveBoard.Person;
import microstorm.idea.presence.PresenceTest.Quick;
import microstorm.idea.stream.Feeds.ConnectedPerson;
import microstorm.idea.stream.LiveStream;
import microstorm.testing.TestEvents;
import microstorm.testing.contract.Contracts;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A person is connected while they have a live stream, and for a moment after. */
@IdeaServiceTest
@TestProfile(Quick.class)
class PresenceTest {

  private static final int ROOM = 1_000;

  public static class Quick implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "microstorm.presence.interval", "1s",
          "microstorm.presence.grace", "6s");
    }
  }

  @Inject Leases leases;
  @Inject Jdbi database;

  private final List<LiveStream> streams = new ArrayList<>();
  private LiveBoard board;
  private Person person;

  @BeforeEach
  void join() {
    board = LiveBoard.in("quiet-started", false);
    person = board.join("participant");
  }

  @AfterEach
  void close() {
    streams.forEach(LiveStream::close);
  }

  private LiveStream open(Person who) {
    LiveStream stream =
        LiveStream.open(RestAssured.port, board.session, who.token(), null).awaitEvent("snapshot");
    streams.add(stream);
    return stream;
  }

  private boolean isConnected(Person who) {
    return board
        .view(board.owner())
        .getBoolean("participants.find { it.participantId == '%s' }.connected".formatted(who.id()));
  }

  private void awaitConnected(Person who, boolean connected) {
    await("connected: " + connected).until(() -> isConnected(who) == connected);
  }

  private List<JsonNode> published() {
    return board.events("presence-changed", 1).stream().map(TestEvents.Event::payload).toList();
  }

  private Stream<String> published(String change) {
    return published().stream()
        .flatMap(event -> StreamSupport.stream(event.get(change).spliterator(), false))
        .map(JsonNode::asText);
  }

  @Test
  void aPersonIsConnectedWhileTheyHaveAStream() {
    assertThat(isConnected(person)).isFalse();
    Person other = board.join("observer");
    LiveStream seen = open(other);
    LiveStream stream = open(person);
    awaitConnected(person, true);
    await("the seat on the stream of others")
        .until(
            () ->
                seen.of("participant")
                    .map(event -> Contracts.tree(event.data()))
                    .anyMatch(
                        seat ->
                            seat.path("connected").asBoolean()
                                && seat.path("participantId").asText().equals("" + person.id())));
    stream.close();
    awaitConnected(person, false);
    assertThat(isConnected(other)).as("of the others").isTrue();
    await("the events").until(() -> published("disconnected").anyMatch(("" + person.id())::equals));
    assertThat(published("connected")).contains("" + person.id(), "" + other.id());
  }

  @Test
  void aReconnectionWithinTheGracePeriodIsNotNoticed() {
    LiveStream first = open(person);
    awaitConnected(person, true);
    LiveStream second = open(person);
    first.close();
    awaitLeaseRenewal();
    awaitLeaseRenewal();
    second.close();
    open(person);
    awaitLeaseRenewal();
    assertThat(published("disconnected")).isEmpty();
  }

  /** Waits until the person's lease lasts longer than it does now. */
  private void awaitLeaseRenewal() {
    String until = leaseOf(person.id());
    await("a renewal").until(() -> leaseOf(person.id()).compareTo(until) > 0);
  }

  private String leaseOf(UUID id) {
    return database.withHandle(
        handle ->
            handle
                .select("select expires_at::text from presence where participant_id = ?", id)
                .mapTo(String.class)
                .findOne()
                .orElse(""));
  }

  /** A dead replica renews nothing, and does not say goodbye. */
  @Test
  void thePeopleOfADeadReplicaAreDisconnectedWhenTheirLeasesRunOut() {
    leases.renew(List.of(new ConnectedPerson(board.session, person.id())));
    awaitConnected(person, true);
    awaitConnected(person, false);
    assertThat(leaseOf(person.id())).isEmpty();
  }

  @Test
  void aPostChangesNobodysPresence() {
    open(person);
    awaitConnected(person, true);
    int before = published().size();
    Person writer = board.join("participant");
    board.posted(writer, "without a stream");
    board.posted(person, "with a stream");
    awaitLeaseRenewal();
    awaitLeaseRenewal();
    assertThat(isConnected(writer)).isFalse();
    assertThat(published()).hasSize(before);
  }

  @Test
  void leadersSeeOnTheStreamHowManyConnectedParticipantsAreSilent() {
    Person leader = board.join("facilitator");
    LiveStream panel = open(leader);
    LiveStream other = open(person);
    open(board.join("participant"));
    open(board.join("participant"));
    board.join("participant"); // has a seat and never connects
    awaitParticipation(panel, "{\"writers\":0,\"silent\":3}");
    board.posted(leader, "a facilitator does not count");
    board.posted(person, "one");
    board.posted(person, "two");
    awaitParticipation(panel, "{\"writers\":1,\"silent\":2}");
    assertThat(board.view(leader).getInt("counts.silent")).isEqualTo(2);
    assertThat(other.of("participation")).isEmpty();
  }

  private static void awaitParticipation(LiveStream stream, String numbers) {
    await(numbers)
        .until(() -> stream.of("participation").anyMatch(event -> event.data().equals(numbers)));
  }

  @Test
  void oneStatementRenewsALargeRoom() {
    List<ConnectedPerson> room =
        Stream.generate(() -> new ConnectedPerson(board.session, UUID.randomUUID()))
            .limit(ROOM)
            .toList();
    database.useHandle(
        handle ->
            handle
                .createUpdate(
                    """
                    insert into seat (participant_id, session_id, position, name, role, seq)
                    select unnest(:people), :session, 1, 'Somebody', 'participant', 1
                    """)
                .bindArray(
                    "people",
                    UUID.class,
                    room.stream().map(ConnectedPerson::participantId).toList())
                .bind("session", board.session)
                .execute());
    leases.renew(room);
    await("the room").until(() -> published("connected").distinct().count() >= ROOM);
    assertThat(published().size()).as("events for the room").isLessThan(ROOM / 10);
  }

  @Test
  void aClosedSessionHasNobodyConnected() {
    open(person);
    awaitConnected(person, true);
    board.publish("closed", event -> {});
    awaitConnected(person, false);
  }
}
