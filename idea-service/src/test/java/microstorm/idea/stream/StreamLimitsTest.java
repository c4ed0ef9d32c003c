package microstorm.idea.stream;

import static microstorm.testing.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.vertx.core.buffer.Buffer;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import microstorm.http.token.Requester;
import microstorm.idea.IdeaServiceTest;
import microstorm.idea.OtherSettings;
import microstorm.idea.board.RoomAccess;
import microstorm.idea.snapshot.ResponseBudget;
import microstorm.idea.sse.SseFrame;
import microstorm.idea.stream.TestBoard.Person;
import microstorm.testing.TestIssuer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The streams and the memory that one client may use on a replica, so that others are not affected.
 */
@IdeaServiceTest
@TestProfile(OtherSettings.class)
class StreamLimitsTest {

  private static final String LONG = "x".repeat(100_000);

  /** As large as an idea may be at most; a larger one would end the stream of its author. */
  private static final String LARGE = "x".repeat(40_000);

  @Inject TestBoard board;
  @Inject TestBoard victims;
  @Inject MeterRegistry meters;
  @Inject ResponseBudget budget;
  private final List<LiveStream> streams = new ArrayList<>();
  private Person person;

  @BeforeEach
  void plan() {
    person = board.plan().join("participant");
  }

  @AfterEach
  void close() {
    streams.forEach(LiveStream::close);
    await("no open stream").until(() -> meter("open") == 0);
  }

  private LiveStream open(Person who, String lastEventId) {
    return kept(LiveStream.open(RestAssured.port, board.session, who.token(), lastEventId));
  }

  private LiveStream open(TestBoard watched, Person who) {
    return kept(LiveStream.open(RestAssured.port, watched.session, who.token(), null));
  }

  private LiveStream kept(LiveStream stream) {
    streams.add(stream);
    return stream;
  }

  private double meter(String name) {
    return name.equals("open")
        ? meters.get("microstorm.streams.open").gauge().value()
        : meters.get("microstorm.streams." + name).counter().count();
  }

  @Test
  void aPersonHasAFewStreamsAndTheOldestYields() {
    for (int i = 0; i < OtherSettings.STREAMS_PER_PERSON; i++) {
      assertThat(open(person, null).status()).isEqualTo(200);
    }
    assertThat(open(person, null).status()).as("a further one").isEqualTo(200);
    LiveStream oldest = streams.get(0).awaitEvent("replaced");
    await("the end of the oldest").until(oldest::isOver);
    assertThat(streams.get(1).isOver()).isFalse();
    assertThat(meter("open")).isEqualTo(OtherSettings.STREAMS_PER_PERSON);
    assertThat(open(board.join("observer"), null).status()).isEqualTo(200);

    String another =
        TestIssuer.memberOf(board.session, person.id(), "participant", "another-key-entirely");
    assertThat(open(new Person(person.id(), "another-key-entirely", another), null).status())
        .isEqualTo(200);
    streams.get(1).awaitEvent("replaced"); // by another token of the same person
  }

  /** Its bytes are still in memory, and its client may never read them. */
  @Test
  void aReplacedStreamCountsUntilItsConnectionHasEnded() {
    Client client = new Client().stop();
    Requester requester = Requester.anonymous("test");
    Subscriber replaced =
        new Subscriber(
            1,
            board.session,
            Client.viewer("key"),
            requester,
            Instant.MAX,
            client.connection(1 << 20),
            left -> {});
    SseFrame first = new SseFrame(List.of(Buffer.buffer(LONG)), 0);
    replaced.begin(
        first,
        1,
        new RoomAccess(false, null),
        budget.count(requester, LONG.length(), replaced::cut));
    replaced.open(Instant.EPOCH);
    replaced.replace();
    assertThat(unread()).isPositive();
    replaced.leave();
    assertThat(unread()).as("the control").isZero();
  }

  private double unread() {
    return meters.get("microstorm.boards.unread").gauge().value();
  }

  @Test
  void ownersWhoSignedInDoNotEndTheStreamsOfEachOther() {
    String token = TestIssuer.ownerOf(board.team);
    for (int i = 0; i < OtherSettings.STREAMS_PER_PERSON; i++) {
      LiveStream stream = kept(LiveStream.open(RestAssured.port, board.session, token, null));
      stream.awaitEvent("snapshot");
    }
    LiveStream another = kept(LiveStream.open(RestAssured.port, board.session, token, null));
    assertThat(another.status()).isEqualTo(429);
    assertThat(streams.get(0).isOver()).isFalse();
    assertThat(meter("open")).isEqualTo(OtherSettings.STREAMS_PER_PERSON);
  }

  @Test
  void eachKeyOfATeamHasItsOwnStreams() {
    for (UUID key : List.of(UUID.randomUUID(), UUID.randomUUID())) {
      String token =
          TestIssuer.token(board.team, claims -> claims.setStringClaim("key", key.toString()));
      for (int i = 0; i < OtherSettings.STREAMS_PER_PERSON; i++) {
        LiveStream stream = kept(LiveStream.open(RestAssured.port, board.session, token, null));
        stream.awaitEvent("snapshot");
      }
    }
    assertThat(streams).noneMatch(LiveStream::isOver);
    assertThat(meter("open")).isEqualTo(2 * OtherSettings.STREAMS_PER_PERSON);
  }

  /** A phone that lost its connection left without a word; its person is not locked out. */
  @Test
  void aHalfOpenStreamYieldsToTheSamePersonsNewOne() throws IOException {
    try (Socket first = new Socket("localhost", RestAssured.port);
        Socket second = new Socket("localhost", RestAssured.port)) {
      for (Socket halfOpen : List.of(first, second)) {
        halfOpen.getOutputStream().write(request());
      }
      await("the half-open streams").until(() -> meter("open") == OtherSettings.STREAMS_PER_PERSON);
      LiveStream resumed = open(person, null).awaitEvent("snapshot");
      board.write(person, "after the tunnel", true);
      resumed.awaitIdea("after the tunnel");
      assertThat(meter("open")).isEqualTo(OtherSettings.STREAMS_PER_PERSON);
    }
  }

  @Test
  void aTeamGetsAShareOfTheStreamsAndTheNextTeamTheRest() {
    for (int i = 0; i < OtherSettings.STREAMS_PER_TEAM; i++) {
      assertThat(open(board.join("observer"), null).status()).isEqualTo(200);
    }
    LiveStream beyondItsShare = open(person, null);
    assertThat(beyondItsShare.status()).isEqualTo(429);
    assertThat(beyondItsShare.header("Retry-After")).isEqualTo("5");

    Person victim = victims.plan().join("participant");
    for (int i = OtherSettings.STREAMS_PER_TEAM; i < OtherSettings.STREAMS; i++) {
      assertThat(open(victims, victim).status()).isEqualTo(200);
    }
    LiveStream beyondTheTotal = open(victims, victim);
    assertThat(beyondTheTotal.status()).isEqualTo(503);
    assertThat(beyondTheTotal.header("Retry-After")).isEqualTo("5");
  }

  @Test
  void anIdleStreamIsKeptAlive() {
    LiveStream stream = open(person, null).awaitEvent("snapshot");
    await("two heartbeats").until(() -> stream.bytes().lines().filter(":"::equals).count() >= 2);
  }

  @Test
  void aSlowClientIsCutOffAndLosesNothing() throws IOException {
    LiveStream fast = open(board.join("observer"), null).awaitEvent("snapshot");
    int written = 0;
    double cut = meter("cut");
    String before;
    try (Socket slow = new Socket()) {
      slow.setReceiveBufferSize(4_096);
      slow.connect(new InetSocketAddress("localhost", RestAssured.port));
      slow.getOutputStream().write(request());
      await("the slow client").until(() -> meter("open") == 2);
      before = String.valueOf(board.seq());
      while (meter("cut") == cut) {
        String text = written++ + LARGE;
        board.write(person, text, true);
        fast.awaitIdea(text);
      }
    }
    await("its end").until(() -> meter("open") == 1);
    assertThat(meter("cut")).isEqualTo(cut + 1);
    assertThat(fast.isOver()).isFalse();

    LiveStream resumed = open(person, before).awaitIdea(written - 1 + LARGE);
    assertThat(resumed.ideas()).hasSize(written);
  }

  private byte[] request() {
    return """
        GET /api/boards/%s/stream HTTP/1.1\r
        Host: localhost\r
        Authorization: Bearer %s\r
        \r
        """
        .formatted(board.session, person.token())
        .getBytes(StandardCharsets.US_ASCII);
  }
}
