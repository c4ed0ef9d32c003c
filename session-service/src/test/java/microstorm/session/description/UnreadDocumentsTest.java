package microstorm.session.description;

import static io.restassured.RestAssured.given;
import static microstorm.testing.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import microstorm.session.OtherSettings;
import microstorm.session.SessionServiceTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages and files about the API that clients request and do not read. */
@SessionServiceTest
@TestProfile(OtherSettings.class)
class UnreadDocumentsTest {

  private static final int CLIENTS = 40;
  private static final int CLIENTS_OF_ONE_ADDRESS = 4;

  private final List<Socket> unread = new ArrayList<>();

  @AfterEach
  void close() throws IOException {
    for (Socket socket : unread) {
      socket.close();
    }
  }

  private void requestAndReadNothing(String path, String address) throws IOException {
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
            X-Forwarded-For: %s\r
            \r
            """
                .formatted(path, address)
                .getBytes(StandardCharsets.US_ASCII));
  }

  private static int status(String address) {
    return given().header("X-Forwarded-For", address).get("/api/docs").statusCode();
  }

  /** As a control, others are refused while the clients have all places. */
  @ParameterizedTest
  @ValueSource(strings = {"/api/docs/swagger-ui-bundle.js", "/api/openapi"})
  void clientsThatDoNotReadAreCutOff(String path) throws IOException {
    assertThat(status("192.0.2.1")).isEqualTo(200);
    for (int i = 0; i < CLIENTS; i++) {
      requestAndReadNothing(path, "198.51.100." + (1 + i / CLIENTS_OF_ONE_ADDRESS));
    }
    await("all places are taken").until(() -> status("192.0.2.1") == 503);
    await("a place").until(() -> status("192.0.2.1") == 200);
  }

  @Test
  void theClientsOfOneAddressDoNotAffectOthers() throws IOException {
    for (int i = 0; i < CLIENTS; i++) {
      requestAndReadNothing("/api/docs/swagger-ui-bundle.js", "198.51.100.1");
    }
    await("the share of the address is used").until(() -> status("198.51.100.1") == 429);
    assertThat(status("192.0.2.1")).isEqualTo(200);
    await("a place").until(() -> status("198.51.100.1") == 200);
  }
}
