package microstorm.local.contract;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.SoftAssertions.assertSoftly;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import microstorm.client.Api;
import microstorm.local.LocalSystem;
import microstorm.local.SharedSystem;
import microstorm.local.setup.Microservice;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Sends requests that no library sends: the services refuse them or ignore the invalid part. */
class UnusualRequestsIT {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String JSON = "Content-Type: application/json";

  private static LocalSystem system;
  private static String owner;

  @BeforeAll
  static void createTeam() {
    system = SharedSystem.get();
    Api api = SharedSystem.api();
    String key = UUID.randomUUID().toString() + UUID.randomUUID();
    owner = "Authorization: Bearer " + api.token(api.createTeam("Unusual", key), key);
  }

  private static byte[] bytes(String latin1) {
    return latin1.getBytes(ISO_8859_1);
  }

  @Test
  void aTitleThatIsNotATextIsRefused() {
    assertSoftly(
        softly ->
            Unusual.WRONG_TEXTS.forEach(
                text ->
                    softly.assertThat(plan("{\"title\": " + text + "}")).as(text).isEqualTo(400)));
    assertThat(plan("{\"title\": \"a\"}")).as("the control").isEqualTo(201);
  }

  @Test
  void aBodyThatIsNotAnObjectWithATitleIsRefused() {
    assertSoftly(
        softly ->
            Unusual.WRONG_BODIES.forEach(
                body -> softly.assertThat(plan(body)).as(body).isEqualTo(400)));
  }

  private static int plan(String latin1) {
    return status(Microservice.SESSION, "POST /api/sessions", List.of(JSON, owner), bytes(latin1));
  }

  /** The control uses a valid key. */
  @Test
  void anEmptyRetryKeyIsRefused() {
    assertThat(planWith("Idempotency-Key:")).isEqualTo(400);
    assertThat(planWith("Idempotency-Key: " + UUID.randomUUID())).isEqualTo(201);
  }

  private static int planWith(String header) {
    return status(
        Microservice.SESSION,
        "POST /api/sessions",
        List.of(JSON, owner, header),
        bytes("{\"title\": \"a\"}"));
  }

  @Test
  void anUndescribedMethodIsNotFound() {
    List<String> lines = List.of(owner);
    assertThat(status(Microservice.SESSION, "OPTIONS /api/sessions", lines, bytes("")))
        .isEqualTo(404);
    assertThat(status(Microservice.SESSION, "GET /api/sessions", lines, bytes("")))
        .as("the control")
        .isEqualTo(200);
  }

  @Test
  void noHeaderMakesAServiceFail() {
    assertSoftly(
        softly ->
            Unusual.HEADERS.forEach(
                header ->
                    softly
                        .assertThat(
                            status(
                                Microservice.SESSION,
                                "POST /api/sessions",
                                Stream.of(JSON, owner, header)
                                    .filter(
                                        line -> !line.equals(owner) || !header.startsWith("Auth"))
                                    .toList(),
                                "{\"title\": \"a\"}".getBytes(UTF_8)))
                        .as(header)
                        .isBetween(200, 499)));
  }

  @Test
  void noQueryMakesAServiceFail() {
    Map<Microservice, String> lists =
        Map.of(
            Microservice.SESSION, "/api/sessions",
            Microservice.REPORT, "/api/reports",
            Microservice.IDEA, "/api/boards/" + UUID.randomUUID());
    assertSoftly(
        softly ->
            lists.forEach(
                (service, path) ->
                    Unusual.QUERIES.forEach(
                        query ->
                            softly
                                .assertThat(
                                    status(
                                        service, "GET " + path + query, List.of(owner), bytes("")))
                                .as(path + query)
                                .isBetween(200, 499))));
  }

  @Test
  void logsInAnyEncodingCauseNoFailure() {
    Stream.of(
            "# Log\n\n## 1".getBytes(UTF_16),
            bytes("\u00FF\u00FE\0"),
            bytes("## 1 Session \u00FF\u00C3"),
            bytes("# a\0b"),
            bytes(">".repeat(20_000)))
        .forEach(
            log ->
                assertThat(
                        status(
                            Microservice.REPORT,
                            "POST /api/logs",
                            List.of("Content-Type: text/markdown", owner),
                            log))
                    .isBetween(200, 499));
  }

  private static int status(Microservice service, String line, List<String> headers, byte[] body) {
    URI replica = system.replicas(service).get(0);
    ByteArrayOutputStream request = new ByteArrayOutputStream();
    request.writeBytes(bytes(line + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"));
    headers.forEach(header -> request.writeBytes(bytes(header + "\r\n")));
    request.writeBytes(bytes("Content-Length: " + body.length + "\r\n\r\n"));
    request.writeBytes(body);
    try (Socket socket = new Socket(replica.getHost(), replica.getPort())) {
      socket.setSoTimeout((int) PATIENCE.toMillis());
      socket.getOutputStream().write(request.toByteArray());
      String answer = new String(socket.getInputStream().readNBytes(12), ISO_8859_1);
      return Integer.parseInt(answer.substring("HTTP/1.1 ".length()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
