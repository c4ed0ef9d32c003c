package microstorm.idea.snapshot;

import static microstorm.testing.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.nullValue;

import io.micrometer.core.instrument.MeterRegistry;
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
import microstorm.idea.IdeaServiceTest;
import microstorm.idea.stream.LiveStream;
import microstorm.idea.stream.TestBoard;
import microstorm.idea.stream.TestBoard.Person;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Clients that request large boards and do not read them. */
@IdeaServiceTest
@TestProfile(NarrowReading.class)
class UnreadBoardsTest {

  private static final int PATIENCE_MILLIS = 60_000;

  @Inject TestBoard large;

  @Inject TestBoard small;

  @Inject TestBoard alsoLarge;

  @Inject MeterRegistry meters;

  private final List<Socket> idle = new ArrayList<>();

  private Person person;

  private Person elsewhere;

  @BeforeEach
  void plan() {
    person = LargeBoards.fill(large);
    elsewhere = small.plan().join("participant");
    small.write(elsewhere, "short", true);
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

  private static void assertBeyondShare(ValidatableResponse response) {
    response
        .statusCode(429)
        .header("ETag", nullValue())
        .header("Cache-Control", "no-store")
        .header("Retry-After", "1")
        .body("type", endsWith("#too-many-requests"));
  }

  @ParameterizedTest
  @CsvSource({"'', identity", "'', gzip", "/stream, gzip"})
  void aClientThatDoesNotReadIsLimitedAndDoesNotAffectOthers(String path, String encoding)
      throws IOException {
    LargeBoards.read(large, person).statusCode(200);
    awaitUnread(false);

    askAndReadNothing(person, "/api/boards/" + large.session + path, encoding);
    assertBeyondShare(LargeBoards.read(large, person));
    assertBeyondShare(LargeBoards.read(large, large.join("observer")));
    try (LiveStream stream =
        LiveStream.open(RestAssured.port, large.session, person.token(), null)) {
      assertThat(stream.status()).isEqualTo(429);
    }
    LargeBoards.read(small, elsewhere).statusCode(200);
    try (LiveStream stream =
        LiveStream.open(RestAssured.port, small.session, elsewhere.token(), null)) {
      stream.awaitEvent("snapshot");
    }

    // a client that does not read is cut off, and its waiting bytes are released
    awaitUnread(false);
    assertThatThrownBy(() -> idle.get(0).getInputStream().readAllBytes())
        .as("a reset of the connection, before the client has read anything")
        .isInstanceOf(SocketException.class);
    LargeBoards.read(large, person).statusCode(200);
  }

  /** The two teams together have more unread than the total permits. */
  @Test
  void twoTeamsThatReadNothingDoNotKeepOthersFromReading() throws IOException {
    Person second = LargeBoards.fill(alsoLarge);
    askAndReadNothing(person, "/api/boards/" + large.session);
    askAndReadNothing(second, "/api/boards/" + alsoLarge.session);
    LargeBoards.read(small, elsewhere).statusCode(200);
    await("a large board for a client that reads")
        .until(
            () ->
                LargeBoards.read(alsoLarge, alsoLarge.join("observer")).extract().statusCode()
                    == 200);
  }

  @Test
  void theChangesOfAResumedStreamCountToo() throws IOException {
    askAndReadNothing(person, "/api/boards/" + large.session + "/stream?lastEventId=0");
    assertBeyondShare(LargeBoards.read(large, person));
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
}
