package microstorm.idea.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import microstorm.idea.IdeaServiceTest;
import microstorm.idea.stream.TestBoard.Person;
import microstorm.testing.RawClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Unusual requests for a stream. The fuzzing leaves them out, because a stream does not end. */
@IdeaServiceTest
class UnusualStreamTest {

  /** Ids that no stream has sent. */
  private static final List<String> IDS =
      List.of(
          "",
          "null",
          "-0",
          "+1",
          "0x1",
          "1e3",
          "1;2",
          "00000000000000000001",
          "18446744073709551616",
          "9".repeat(5_000),
          "\u00FF\u00FE",
          "\u00B2",
          "<script>",
          "%00",
          "' or 1=1 --");

  /** Values of the Accept header. */
  private static final List<String> TYPES =
      List.of("foo", ";q=", "*/*;q=0", "text/html", "application/json", "\u00FF", ",,,", "");

  private static final List<String> QUERIES =
      List.of(
          "?lastEventId=",
          "?lastEventId",
          "?lastEventId=-1",
          "?lastEventId=1&lastEventId=2",
          "?lastEventId=%D9%A1",
          "?lastEventId=" + "9".repeat(1_000),
          "?&&=");

  private static final List<String> REFUSED_QUERIES =
      List.of(
          "?lastEventId=%",
          "?lastEventId=%00",
          "?lastEventId=%c0%b1",
          "?lastEventId=\u00FF",
          "?lasteventid[]=1",
          "?lasteventid=1");

  @Inject TestBoard board;

  @BeforeEach
  void plan() {
    board.plan();
  }

  /**
   * Each request has a person of its own: a person has few streams, and a closed one counts for a
   * while.
   */
  private String open(String query, String field) throws IOException {
    Person person = board.join("participant");
    try (RawClient client = new RawClient(RestAssured.port)) {
      return client
          .send("GET /api/boards/" + board.session + "/stream" + query + " HTTP/1.1\r\n")
          .send("Host: a\r\nAuthorization: Bearer " + person.token() + "\r\n")
          .send(field + "\r\n\r\n")
          .answer();
    }
  }

  @Test
  void anIdThatNoStreamHasSentOpensAStream() throws IOException {
    for (String id : IDS) {
      assertThat(open("", "Last-Event-ID: " + id))
          .as(id)
          .startsWith("HTTP/1.1 200")
          .contains("content-type: text/event-stream");
    }
    for (String query : QUERIES) {
      assertThat(open(query, "X-A: b")).as(query).startsWith("HTTP/1.1 200");
    }
  }

  @Test
  void aMalformedOrUnknownQueryIsRefused() throws IOException {
    for (String query : REFUSED_QUERIES) {
      assertThat(open(query, "X-A: b")).as(query).startsWith("HTTP/1.1 400");
    }
  }

  @Test
  void noAcceptHeaderMakesTheServiceFail() throws IOException {
    for (String type : TYPES) {
      assertThat(open("", "Accept: " + type)).as(type).containsPattern("^HTTP/1.1 (200|400|406) ");
    }
    assertThat(open("", "Accept: text/event-stream")).startsWith("HTTP/1.1 200");
  }
}
