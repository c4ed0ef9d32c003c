package microstorm.idea.stream;

import static io.restassured.RestAssured.given;
import static microstorm.testing.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import microstorm.idea.IdeaServiceTest;
import microstorm.idea.LiveBoard;
import microstorm.idea.stream.TestBoard.Person;
import microstorm.testing.TestIssuer;
import microstorm.testing.contract.Contracts;
import org.jose4j.jwt.NumericDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The events that a client of the live stream receives, and the end of the stream. */
@IdeaServiceTest
class StreamTest {

  @Inject TestBoard board;
  private final List<LiveStream> streams = new ArrayList<>();

  @BeforeEach
  void plan() {
    board.plan();
  }

  @AfterEach
  void close() {
    streams.forEach(LiveStream::close);
  }

  private LiveStream open(String token, String lastEventId) {
    LiveStream stream = LiveStream.open(RestAssured.port, board.session, token, lastEventId);
    streams.add(stream);
    return stream;
  }

  private LiveStream watch(Person person) {
    return open(person.token(), null).awaitEvent("snapshot");
  }

  @Test
  void aStreamBeginsWithTheBoardAndContinuesWithItsChanges() {
    Person writer = board.join("participant");
    board.write(writer, "first", true);
    LiveStream stream = watch(writer);
    String answered =
        given()
            .auth()
            .oauth2(writer.token())
            .get("/api/boards/{id}", board.session)
            .then()
            .statusCode(200)
            .extract()
            .asString();
    assertThat(Contracts.tree(LiveBoard.withoutTime(stream.events().get(0).data())))
        .isEqualTo(Contracts.tree(LiveBoard.withoutTime(answered)));
    assertThat(stream.lastId()).isEqualTo(String.valueOf(board.seq()));
    assertThat(stream.header("Content-Type")).startsWith("text/event-stream");
    assertThat(stream.header("Cache-Control")).isEqualTo("no-store");
    assertThat(stream.header("X-Accel-Buffering")).isEqualTo("no");
    assertThat(stream.bytes()).startsWith("retry: ");

    long seq = board.write(writer, "second", true);
    stream.awaitIdea("second");
    assertThat(stream.lastId()).isEqualTo(String.valueOf(seq));
    assertThat(Contracts.tree(stream.events().get(1).data()).path("mine").asBoolean()).isTrue();
  }

  @Test
  void seatsAndPhasesAreOnTheSameStream() {
    LiveStream stream = watch(board.join("participant"));
    Person other = board.join("observer");
    await().until(() -> stream.of("participant").anyMatch(e -> e.data().contains("" + other.id())));
    board.share();
    stream.awaitEvent("session");
    assertThat(stream.of("session").findFirst().orElseThrow().data()).contains("\"sharing\"");
  }

  @Test
  void aResumedStreamContinuesAfterTheLastIdWithoutASnapshot() {
    Person writer = board.join("participant");
    long seen = board.write(writer, "seen", true);
    board.write(writer, "missed", true);
    LiveStream stream = open(writer.token(), String.valueOf(seen)).awaitIdea("missed");
    board.write(writer, "live", true);
    stream.awaitIdea("live");
    assertThat(stream.ideas()).containsExactly("missed", "live");
    assertThat(stream.of("snapshot")).isEmpty();
  }

  @Test
  void anImpossibleIdIsAnsweredWithASnapshot() {
    Person writer = board.join("participant");
    for (String id : List.of(String.valueOf(board.seq() + 1), "-1", "x", "9".repeat(40))) {
      try (LiveStream stream = open(writer.token(), id)) {
        stream.awaitEvent("snapshot");
      }
    }
  }

  @Test
  void quietIdeasAreWithheldFromTheStream() {
    Person author = board.join("participant");
    Person other = board.join("participant");
    LiveStream own = watch(author);
    LiveStream foreign = watch(other);
    LiveStream owners = open(TestIssuer.ownerOf(board.team), null).awaitEvent("snapshot");

    long quiet = board.write(author, "a quiet word", false);
    own.awaitIdea("a quiet word");
    board.write(other, "a loud word", true);
    for (LiveStream stream : List.of(foreign, owners)) {
      stream.awaitIdea("a loud word");
      assertThat(stream.bytes()).doesNotContain("quiet word").doesNotContain("id: " + quiet + "\n");
    }

    board.share();
    foreign.awaitIdea("a quiet word");
    owners.awaitIdea("a quiet word");
  }

  @Test
  void theStreamOfARemovedParticipantEnds() {
    Person removed = board.join("participant");
    Person stays = board.join("participant");
    LiveStream ended = watch(removed);
    LiveStream lasting = watch(stays);
    board.leave(removed);
    await("its end").until(ended::isOver);
    assertThat(open(removed.token(), ended.lastId()).status()).isEqualTo(401);

    board.write(stays, "afterwards", true);
    lasting.awaitIdea("afterwards");
    assertThat(lasting.isOver()).isFalse();
  }

  @Test
  void aStreamEndsWithItsToken() {
    Person writer = board.join("participant");
    LiveStream lasting = watch(writer);
    String brief =
        TestIssuer.token(
            board.team, claims -> claims.setExpirationTime(NumericDate.fromSeconds(now() + 2)));
    LiveStream ended = open(brief, null);
    assertThat(ended.status()).isEqualTo(200);
    await("its end").until(ended::isOver);
    assertThat(lasting.isOver()).isFalse();
  }

  @Test
  void othersAreRefused() {
    UUID participant = UUID.randomUUID();
    String elsewhere =
        TestIssuer.memberOf(UUID.randomUUID(), participant, "participant", "k".repeat(22));
    assertThat(open(elsewhere, null).status()).isEqualTo(404);
    assertThat(open(TestIssuer.ownerOf(UUID.randomUUID()), null).status()).isEqualTo(404);
    given().get("/api/boards/{id}/stream", board.session).then().statusCode(401);
  }

  private static long now() {
    return NumericDate.now().getValue();
  }
}
