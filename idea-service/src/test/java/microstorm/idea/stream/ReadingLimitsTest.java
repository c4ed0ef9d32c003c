package microstorm.idea.stream;

import static io.restassured.RestAssured.given;
import static microstorm.testing.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.nullValue;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import microstorm.idea.IdeaServiceTest;
import microstorm.idea.snapshot.ReadLimiter;
import microstorm.idea.stream.ReadingLimitsTest.Narrow;
import microstorm.idea.stream.TestBoard.Person;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The memory that large boards may use on a replica, so that others are not affected. */
@IdeaServiceTest
@TestProfile(Narrow.class)
class ReadingLimitsTest {

  /**
   * Enough ideas to exceed the share of a session, and the socket buffers of a client that does not
   * read.
   */
  private static final int IDEAS = 100;

  /** Text that cannot be compressed much. */
  private static final String LONG =
      new Random(1)
          .ints(100_000, 'A', 'z')
          .filter(Character::isLetter)
          .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
          .toString();

  private static final int PATIENCE_MILLIS = 60_000;

  public static class Narrow implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "microstorm.readings.megabytes-unread",
          "16",
          "microstorm.readings.megabytes-at-once",
          "1",
          "microstorm.readings.patience",
          "100ms",
          "microstorm.readings.stalled",
          "3s",
          "microstorm.stream.heartbeat",
          "5s");
    }
  }

  @Inject TestBoard large;
  @Inject TestBoard small;
  @Inject TestBoard alsoLarge;
  @Inject MeterRegistry meters;
  @Inject ReadLimiter readLimiter;
  private final List<Socket> idle = new ArrayList<>();
  private Person person;
  private Person elsewhere;

  @BeforeEach
  void plan() {
    person = large.plan().join("participant");
    elsewhere = small.plan().join("participant");
    small.write(elsewhere, "short", true);
    for (int i = 0; i < IDEAS; i++) {
      large.write(person, i + LONG, true);
    }
  }

  @AfterEach
  void close() throws IOException {
    for (Socket socket : idle) {
      socket.close();
    }
    awaitUnread(false);
  }

  private void awaitUnread(boolean some) {
    await("boards that wait to be read: " + some)
        .until(() -> meters.get("microstorm.boards.unread").gauge().value() > 0 == some);
  }

  /** Sends a request and reads nothing of the answer. */
  private void askAndReadNothing(Person who, String path) throws IOException {
    askAndReadNothing(who, path, "identity");
  }

  private void askAndReadNothing(Person who, String path, String encoding) throws IOException {
    Socket socket = new Socket();
    idle.add(socket);
    socket.setReceiveBufferSize(4_096);
    socket.setSoTimeout(PATIENCE_MILLIS);
    socket.connect(new InetSocketAddress("localhost", RestAssured.port));
    socket
        .getOutputStream()
        .write(
            """
            GET %s HTTP/1.1\r
            Host: localhost\r
            Accept-Encoding: %s\r
            Authorization: Bearer %s\r
            \r
            """
                .formatted(path, encoding, who.token())
                .getBytes(StandardCharsets.US_ASCII));
    awaitUnread(true);
  }

  private static ValidatableResponse read(TestBoard board, Person who) {
    return given()
        .auth()
        .oauth2(who.token())
        .header("If-None-Match", "W/\"none\"")
        .get("/api/boards/{id}", board.session)
        .then()
        .header("Content-Type", containsString("json"));
  }

  private static void assertBeyondShare(ValidatableResponse response) {
    response
        .statusCode(429)
        .header("ETag", nullValue())
        .header("Cache-Control", "no-store")
        .header("Retry-After", "1")
        .body("type", endsWith("#too-many-requests"));
  }

  private static void assertRefused(ValidatableResponse response) {
    assertThat(
            response
                .statusCode(503)
                .header("ETag", nullValue())
                .header("Cache-Control", "no-store")
                .header("Retry-After", "1")
                .extract()
                .jsonPath()
                .getString("type"))
        .isEqualTo("/api/problems#busy");
  }

  @ParameterizedTest
  @CsvSource({"'', identity", "'', gzip", "/stream, gzip"})
  void aClientThatDoesNotReadIsLimitedAndDoesNotAffectOthers(String path, String encoding)
      throws IOException {
    read(large, person).statusCode(200);
    awaitUnread(false);

    askAndReadNothing(person, "/api/boards/" + large.session + path, encoding);
    assertBeyondShare(read(large, person));
    assertBeyondShare(read(large, large.join("observer")));
    try (LiveStream stream =
        LiveStream.open(RestAssured.port, large.session, person.token(), null)) {
      assertThat(stream.status()).isEqualTo(429);
    }
    read(small, elsewhere).statusCode(200);
    try (LiveStream stream =
        LiveStream.open(RestAssured.port, small.session, elsewhere.token(), null)) {
      stream.awaitEvent("snapshot");
    }

    // a client that does not read is cut off, and its waiting bytes are released
    awaitUnread(false);
    assertThatThrownBy(() -> idle.get(0).getInputStream().readAllBytes())
        .as("a reset of the connection, before the client has read anything")
        .isInstanceOf(SocketException.class);
    read(large, person).statusCode(200);
  }

  /** The two teams together have more unread than the total permits. */
  @Test
  void twoTeamsThatReadNothingDoNotKeepOthersFromReading() throws IOException {
    Person second = alsoLarge.plan().join("participant");
    for (int i = 0; i < IDEAS; i++) {
      alsoLarge.write(second, i + LONG, true);
    }
    askAndReadNothing(person, "/api/boards/" + large.session);
    askAndReadNothing(second, "/api/boards/" + alsoLarge.session);
    read(small, elsewhere).statusCode(200);
    await("a large board for a client that reads")
        .until(() -> read(alsoLarge, alsoLarge.join("observer")).extract().statusCode() == 200);
  }

  @Test
  void theChangesOfAResumedStreamCountToo() throws IOException {
    askAndReadNothing(person, "/api/boards/" + large.session + "/stream?lastEventId=0");
    assertBeyondShare(read(large, person));
  }

  @Test
  void aClientThatReadsItsStreamHasNothingUnread() {
    try (LiveStream stream =
        LiveStream.open(RestAssured.port, large.session, person.token(), null)) {
      stream.awaitEvent("snapshot");
      awaitUnread(false);
      assertThat(stream.isOver()).isFalse();
    }
  }

  @Test
  void aLargeBoardWaitsForItsTurnButASmallOneDoesNot() {
    CountDownLatch end = new CountDownLatch(1);
    CountDownLatch begun = new CountDownLatch(1);
    CompletableFuture<Boolean> reading =
        CompletableFuture.supplyAsync(
            () ->
                readLimiter.inTurn(
                    large.session,
                    -1,
                    () -> {
                      begun.countDown();
                      return awaitZero(end);
                    }));
    assertThat(awaitZero(begun)).isTrue();
    assertRefused(read(large, person));
    read(small, elsewhere).statusCode(200);
    end.countDown();
    assertThat(reading.join()).isTrue();
    read(large, person).statusCode(200);
  }

  private static boolean awaitZero(CountDownLatch latch) {
    try {
      return latch.await(60, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
