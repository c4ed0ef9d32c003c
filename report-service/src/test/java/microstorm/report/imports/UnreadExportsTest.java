package microstorm.report.imports;

import static io.restassured.RestAssured.given;
import static microstorm.testing.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import microstorm.report.ReportServiceTest;
import microstorm.testing.TestIssuer;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Exports and reports that their clients do not read. The test shares the profile of another one.
 */
@ReportServiceTest
@TestProfile(ImportsWithoutSharesTest.Unfair.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UnreadExportsTest {

  private static final int PATIENCE_MILLIS = 60_000;

  /**
   * 23 MB, half of it when compressed: more than sockets buffer for a client that does not read.
   */
  private static final int IDEAS = 120;

  @Inject Jdbi database;

  private final UUID team = UUID.randomUUID();
  private final UUID session = UUID.randomUUID();

  @BeforeAll
  void addSession() {
    database.useHandle(
        handle -> {
          handle.execute(
              "insert into report (session_id, team_id, number, title, phase, participants)"
                  + " values (?, ?, 1, 'Large', 'closed', 0)",
              session,
              team);
          handle.execute(
              "insert into report_board (session_id, seq, topics, ideas, links)"
                  + " values (?, 1, 0, ?, 0)",
              session,
              IDEAS);
          handle.execute(
              "insert into report_idea (id, session_id, position, kind, text) select"
                  + " gen_random_uuid(), ?, n, 'idea', (select string_agg(md5(random()::text || n"
                  + " || m), '') from generate_series(1, 6000) m) from generate_series(1, ?) n",
              session,
              IDEAS);
        });
  }

  private String path(String resource) {
    return resource.replace("{session}", session.toString());
  }

  /** Requests a document and reads only the first four bytes of the answer. */
  private Socket request(String resource, String media, String encoding) throws IOException {
    Socket socket = new Socket();
    socket.setReceiveBufferSize(4_096);
    socket.setSoTimeout(PATIENCE_MILLIS);
    socket.connect(new InetSocketAddress("127.0.0.1", RestAssured.port));
    socket
        .getOutputStream()
        .write(
            """
            GET %s HTTP/1.1\r
            Host: localhost\r
            Accept: %s\r
            Accept-Encoding: %s\r
            Authorization: Bearer %s\r
            \r
            """
                .formatted(path(resource), media, encoding, TestIssuer.ownerOf(team))
                .getBytes(StandardCharsets.US_ASCII));
    assertThat(socket.getInputStream().readNBytes(4)).asString().isEqualTo("HTTP");
    return socket;
  }

  private int status(String resource, String media) {
    return given()
        .auth()
        .oauth2(TestIssuer.ownerOf(team))
        .accept(media)
        .get(path(resource))
        .statusCode();
  }

  /**
   * Negative control: until the server closes the connections of the clients, the team gets no
   * other document.
   */
  @ParameterizedTest
  @CsvSource({
    "/api/logs,text/markdown,identity",
    "/api/logs,text/markdown,gzip",
    "/api/reports/{session},text/markdown,gzip",
    "/api/reports/{session},application/json,identity",
    "/api/reports/{session},application/json,gzip"
  })
  void aTeamMayReadAgainAfterItsUnreadDocumentsAreCutOff(
      String resource, String media, String encoding) throws IOException {
    int attempts = 0;
    while (!isRefusedUntilTheCut(resource, media, encoding)) {
      assertThat(++attempts).as("the attempts in which the team used its share").isLessThan(10);
    }
    assertThat(status(resource, media)).isEqualTo(200);
  }

  /**
   * Whether the team was refused another document while two clients read nothing. On a busy machine
   * the server can cut them off before the third request: then this says nothing.
   */
  private boolean isRefusedUntilTheCut(String resource, String media, String encoding)
      throws IOException {
    try (Socket first = request(resource, media, encoding);
        Socket second = request(resource, media, encoding)) {
      if (status(resource, media) != 429) {
        return false;
      }
      await("a document").until(() -> status(resource, media) == 200);
      for (Socket cut : new Socket[] {first, second}) {
        assertThatThrownBy(() -> cut.getInputStream().readAllBytes())
            .isInstanceOf(SocketException.class);
      }
      return true;
    }
  }
}
