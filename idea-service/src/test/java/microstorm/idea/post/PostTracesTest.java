package microstorm.idea.post;

import static microstorm.testing.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import microstorm.idea.IdeaServiceTest;
import microstorm.idea.LiveBoard;
import microstorm.idea.LiveBoard.Person;
import microstorm.idea.OtherSettings;
import microstorm.idea.idea.Rows;
import microstorm.idea.stream.LiveStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Silence covers traces too: no span contains texts or tokens. */
@IdeaServiceTest
@TestProfile(OtherSettings.class)
class PostTracesTest {

  @Inject Spans spans;
  @Inject Tracer tracer;

  private final String marker = "marker-" + UUID.randomUUID().toString().substring(0, 8);
  private LiveBoard board;
  private Person author;

  /** Provokes failures of the database, which are traced too. */
  @BeforeEach
  void refusePoison() {
    Rows.execute(
        "alter table idea add constraint no_poison check (text not like 'poison%') not valid");
    board = LiveBoard.in("quiet-started", false);
    author = board.join("participant");
  }

  @AfterEach
  void acceptPoisonAgain() {
    Rows.execute("alter table idea drop constraint no_poison");
  }

  private Response post(Person person, Object body) {
    return board.as(person).body(body).post(board.ideas());
  }

  private Response rewrite(UUID id, Object body) {
    return board.as(author).body(body).patch(board.idea(id));
  }

  private long traced(String name) {
    return spans.all().stream()
        .filter(span -> span.getName().equals(name))
        .filter(span -> span.getAttributes().toString().contains(board.session.toString()))
        .count();
  }

  private Set<String> spansWith(String words) {
    return spans.all().stream()
        .filter(span -> textsOf(span).anyMatch(text -> text.contains(words)))
        .map(SpanData::getName)
        .collect(Collectors.toSet());
  }

  /** All texts of a span: its name, its status, its attributes and its events. */
  private static Stream<String> textsOf(SpanData span) {
    return Stream.concat(
        Stream.of(
            span.getName(),
            span.getStatus().getDescription(),
            span.getAttributes().asMap().toString()),
        span.getEvents().stream().flatMap(PostTracesTest::textsOf));
  }

  private static Stream<String> textsOf(EventData event) {
    return Stream.of(event.getName(), event.getAttributes().asMap().toString());
  }

  @Test
  void noSpanContainsTheTextOfAHiddenIdea() {
    UUID id = board.posted(author, marker);
    Map<String, String> words = Map.of("text", marker);
    post(board.join("observer"), words).then().statusCode(403);
    post(author, Map.of("text", marker, "topicId", UUID.randomUUID())).then().statusCode(404);
    post(author, "{\"text\":\"" + marker).then().statusCode(400);
    post(author, Map.of("text", marker.repeat(100))).then().statusCode(400);
    post(author, Map.of("text", "poison " + marker)).then().statusCode(500);
    rewrite(id, words).then().statusCode(200);
    rewrite(id, Map.of("text", "poison " + marker)).then().statusCode(500);
    board.as(author).get(board.idea(id)).then().statusCode(200);
    assertThat(board.view(author).getList("ideas.text")).containsExactly(marker);

    String ideas = " /api/boards/{sessionId}/ideas";
    await("the spans of all requests")
        .until(
            () ->
                traced("POST" + ideas) == 6
                    && traced("PATCH" + ideas + "/{ideaId}") == 2
                    && traced("GET" + ideas + "/{ideaId}") == 1);
    assertThat(spansWith(marker)).isEmpty();
    assertThat(spansWith(author.key())).isEmpty();
    assertThat(spansWith(author.token())).isEmpty();
  }

  @Test
  void noSpanContainsAStreamTicket() {
    String ticket =
        board.as(author).post("/api/boards/{id}/stream-tickets", board.session).path("ticket");
    try (LiveStream stream =
        LiveStream.openBy("?ticket=" + ticket, RestAssured.port, board.session)) {
      stream.awaitEvent("snapshot");
    }
    await("the span of the stream").until(() -> traced("GET /api/boards/{sessionId}/stream") == 1);
    assertThat(spansWith(ticket)).isEmpty();
    assertThat(spansWith(author.token())).isEmpty();
  }

  /** The control: the marker is found in every part of a span. */
  @Test
  void aSpanWithTheMarkerIsFound() {
    tracer.spanBuilder("named " + marker).startSpan().end();
    tracer.spanBuilder("attribute").setAttribute("text", marker).startSpan().end();
    Span eventful = tracer.spanBuilder("event").startSpan();
    eventful.recordException(new IllegalStateException("Failing row: " + marker)).end();
    assertThat(spansWith(marker))
        .containsExactlyInAnyOrder("named " + marker, "attribute", "event");
  }
}
