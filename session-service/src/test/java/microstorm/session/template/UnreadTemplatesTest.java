package microstorm.session.template;

import static io.restassured.RestAssured.given;
import static microstorm.testing.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import microstorm.session.LiveTeam;
import microstorm.session.OtherSettings;
import microstorm.session.SessionServiceTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A list of two megabytes that its clients do not read, or read slowly. */
@SessionServiceTest
@TestProfile(OtherSettings.class)
class UnreadTemplatesTest {

  private static final int TEMPLATES = 45;
  private static final int OF_ONE_CLIENT = 4;

  private final List<Socket> unread = new ArrayList<>();
  private String slug;
  private String owner;

  @BeforeEach
  void addTemplates() {
    JsonPath team = post("/api/teams", Map.of("name", "Templates"));
    slug = team.getString("slug");
    Map<String, String> key = Map.of("ownerKey", team.getString("ownerKey"));
    owner = post("/api/teams/" + slug + "/tokens", key).getString("token");
    for (int i = 0; i < TEMPLATES; i++) {
      Map<String, Object> template =
          Map.of(
              "name",
              "Template " + i,
              "topics",
              Collections.nCopies(50, "t".repeat(200)),
              "cards",
              Collections.nCopies(100, "c".repeat(200)));
      LiveTeam.as(owner).body(template).post(path()).then().statusCode(201);
    }
  }

  @AfterEach
  void close() throws IOException {
    for (Socket socket : unread) {
      socket.close();
    }
  }

  private static JsonPath post(String path, Map<String, ?> body) {
    return given().contentType("application/json").body(body).post(path).jsonPath();
  }

  private String path() {
    return "/api/teams/" + slug + "/templates";
  }

  private int status() {
    return LiveTeam.as(owner).get(path()).statusCode();
  }

  /** Requests the list and reads only the first four bytes. */
  private Socket request() throws IOException {
    Socket socket = new Socket();
    unread.add(socket);
    socket.setReceiveBufferSize(4_096);
    socket.connect(new InetSocketAddress("127.0.0.1", RestAssured.port));
    socket
        .getOutputStream()
        .write(
            """
            GET %s HTTP/1.1\r
            Host: localhost\r
            Authorization: Bearer %s\r
            \r
            """
                .formatted(path(), owner)
                .getBytes(StandardCharsets.US_ASCII));
    assertThat(socket.getInputStream().readNBytes(4)).asString().isEqualTo("HTTP");
    return socket;
  }

  /** As a control, the client gets no other answer until its connections are closed. */
  @Test
  void aClientThatDoesNotReadKeepsOnlyItsShareOfTheThreads() throws IOException {
    assertThat(status()).isEqualTo(200);
    for (int i = 0; i < OF_ONE_CLIENT; i++) {
      request();
    }
    await("the share of the client is used").until(() -> status() == 429);
    await("a place").until(() -> status() == 200);
    for (Socket cut : unread) {
      assertThatThrownBy(() -> cut.getInputStream().readAllBytes())
          .isInstanceOf(SocketException.class);
    }
  }

  @Test
  void aClientThatReadsALittleIsCutOffAfterTheDeadline() throws IOException {
    InputStream slow = request().getInputStream();
    await("the end of the connection")
        .pollInterval(Duration.ofMillis(500))
        .until(() -> isCut(slow));
    assertThat(status()).isEqualTo(200);
  }

  private static boolean isCut(InputStream slow) throws IOException {
    try {
      return slow.readNBytes(20_000).length < 20_000;
    } catch (SocketException cut) {
      return true;
    }
  }
}
