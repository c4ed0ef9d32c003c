package microstorm.idea.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.RestAssured;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import microstorm.idea.IdeaServiceTest;
import microstorm.idea.LiveBoard;
import microstorm.idea.LiveBoard.Person;
import org.junit.jupiter.api.Test;

/** Which answers are compressed, for a client that does not decode them by itself. */
@IdeaServiceTest
class CompressionTest {

  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private static HttpRequest.Builder request(String path, Person person) {
    return HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + path))
        .header("Accept-Encoding", "gzip")
        .header("Authorization", "Bearer " + person.token());
  }

  private static HttpResponse<byte[]> send(HttpRequest.Builder request) {
    try {
      return HTTP.send(request.build(), BodyHandlers.ofByteArray());
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String encoding(HttpResponse<?> answer) {
    return answer.headers().firstValue("Content-Encoding").orElse("none");
  }

  /** The board of an answer, without the time at which it was read. */
  private static String json(byte[] body) {
    return LiveBoard.withoutTime(new String(body, StandardCharsets.UTF_8));
  }

  private static String path(LiveBoard board) {
    return "/api/boards/" + board.session;
  }

  private static Person fill(LiveBoard board) {
    Person author = board.join("participant");
    for (int i = 0; i < 10; i++) {
      board.posted(author, "An idea of some words that are repeated " + i);
    }
    return author;
  }

  @Test
  void aSharedBoardIsCompressedForAClientThatAcceptsIt() throws IOException {
    LiveBoard board = LiveBoard.in("sharing-started", false);
    Person author = fill(board);
    HttpResponse<byte[]> plain =
        send(request(path(board), author).setHeader("Accept-Encoding", "identity"));
    assertThat(encoding(plain)).isEqualTo("none");
    HttpResponse<byte[]> compressed = send(request(path(board), author));
    assertThat(encoding(compressed)).isEqualTo("gzip");
    assertThat(compressed.headers().firstValue("Vary").orElse("")).contains("Accept-Encoding");
    assertThat(compressed.headers().firstValue("ETag"))
        .isEqualTo(plain.headers().firstValue("ETag"));
    try (InputStream decoded = new GZIPInputStream(new ByteArrayInputStream(compressed.body()))) {
      assertThat(json(decoded.readAllBytes())).isEqualTo(json(plain.body()));
    }
    assertThat(compressed.body().length).isLessThan(plain.body().length / 2);
  }

  /** Its length would show how similar hidden ideas are to texts that others choose. */
  @Test
  void aBoardWithHiddenIdeasIsNotCompressed() {
    LiveBoard board = LiveBoard.in("quiet-started", false);
    HttpResponse<byte[]> answer = send(request(path(board), fill(board)));
    assertThat(answer.body().length).isGreaterThan(2_000);
    assertThat(encoding(answer)).isEqualTo("none");
  }

  /** Its length would show which ideas have the mark {@code mine}. */
  @Test
  void aBoardOfAnAnonymousSessionIsNotCompressed() {
    LiveBoard board = LiveBoard.in("sharing-started", true);
    HttpResponse<byte[]> answer = send(request(path(board), fill(board)));
    assertThat(answer.body().length).isGreaterThan(2_000);
    assertThat(encoding(answer)).isEqualTo("none");
  }

  @Test
  void smallAnswersAndRefusalsAreNotCompressed() {
    LiveBoard board = LiveBoard.in("sharing-started", false);
    Person author = fill(board);
    String idea = board.view(author).getString("ideas[0].id");
    HttpResponse<byte[]> small = send(request(path(board) + "/ideas/" + idea, author));
    assertThat(small.statusCode()).isEqualTo(200);
    assertThat(encoding(small)).isEqualTo("none");
    for (String refused : List.of("/api/boards/" + "x".repeat(2_000), "/api/boards/%ff")) {
      HttpResponse<byte[]> refusal = send(request(refused, author));
      assertThat(refusal.statusCode()).isGreaterThanOrEqualTo(400);
      assertThat(encoding(refusal)).isEqualTo("none");
    }
  }

  /** The answer contains the edit key. */
  @Test
  void theAnswerToAPostIsNotCompressed() {
    LiveBoard board = LiveBoard.in("sharing-started", false);
    String body = "{\"text\":\"%s\"}".formatted("word ".repeat(399));
    HttpResponse<byte[]> answer =
        send(
            request(path(board) + "/ideas", fill(board))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)));
    assertThat(answer.statusCode()).isEqualTo(201);
    assertThat(answer.body().length).isGreaterThan(1_024);
    assertThat(encoding(answer)).isEqualTo("none");
  }

  @Test
  void theStreamIsNotCompressed() throws Exception {
    LiveBoard board = LiveBoard.in("sharing-started", false);
    Person author = fill(board);
    HttpResponse<InputStream> stream =
        HTTP.send(request(path(board) + "/stream", author).build(), BodyHandlers.ofInputStream());
    try (InputStream body = stream.body()) {
      assertThat(encoding(stream)).isEqualTo("none");
      assertThat(new String(body.readNBytes(6), StandardCharsets.UTF_8)).isEqualTo("retry:");
    }
    assertThat(Map.of("kept", stream.headers().firstValue("Cache-Control").orElse("")))
        .containsEntry("kept", "no-store");
  }
}
