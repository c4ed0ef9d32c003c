package microstorm.local.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.StreamSupport;
import microstorm.client.Answer;
import microstorm.client.CallFailed;
import microstorm.client.LiveStream;
import microstorm.client.Person;
import microstorm.local.LocalSystem;
import microstorm.local.Patience;
import microstorm.local.SharedSystem;
import microstorm.local.standard.Brainstorm;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Replicas are killed in the middle of a session: every acknowledged idea is stored once, streams
 * continue on another replica without gaps or repetitions, and a timer ends once.
 */
class ReplicaLossIT {

  private static final int POSTS = 40;

  private final LocalSystem system = SharedSystem.get();
  private final Brainstorm session = Brainstorm.planned(Map.of("quietMinutes", 1));
  private final Person author = session.participant("Ana");
  private final Map<String, String> acknowledged = new LinkedHashMap<>();
  private final List<LiveStream> streams = new ArrayList<>();

  @AfterEach
  void closeStreams() {
    streams.forEach(LiveStream::close);
  }

  @Test
  void noAcknowledgedIdeaIsLostOrDuplicated() {
    session.quiet();
    List<LiveStream.Event> own = watch(author);
    List<LiveStream.Event> others = watch(session.participant("Ben"));
    List<LiveStream.Event> third = watch(session.observer());

    write("idea-service-1", "session-service-1");
    session.eventually(
        () -> session.facilitator().board().path("session").path("quietOver").asBoolean());
    session.to("sharing").expect(200);
    write("idea-service-2", "session-service-2");
    system.awaitReady(Patience.AT_MOST);

    List<String> texts = List.copyOf(acknowledged.values());
    for (List<LiveStream.Event> seen : List.of(own, others, third)) {
      await()
          .atMost(Patience.AT_MOST)
          .untilAsserted(() -> assertThat(ideas(seen).values()).containsAll(texts));
      assertThat(ideas(seen)).isEqualTo(acknowledged);
      assertThat(seen.stream().filter(event -> event.type().equals("idea")).map(this::shown))
          .as("no event arrives twice")
          .doesNotHaveDuplicates();
    }
    JsonNode report = session.closed();
    assertThat(Brainstorm.texts(report.path("ideas"), "text"))
        .containsExactlyInAnyOrderElementsOf(texts);
    assertThat(
            StreamSupport.stream(report.path("happenings").spliterator(), false)
                .filter(happening -> happening.path("kind").asText().equals("quiet-time-over")))
        .as("the timer ended once")
        .hasSize(1);
  }

  /** Writes ideas, and kills these processes meanwhile. */
  private void write(String... victims) {
    for (int n = 0; n < POSTS; n++) {
      for (int victim = 0; victim < victims.length; victim++) {
        if (n == (victim + 1) * POSTS / (victims.length + 1)) {
          system.kill(victims[victim]);
        }
      }
      String id = UUID.randomUUID().toString();
      String text = "Idea " + acknowledged.size();
      await().atMost(Patience.AT_MOST).until(() -> isAcknowledged(id, text));
      acknowledged.put(id, text);
    }
  }

  /** Repeats a post without a response with the same id. */
  private boolean isAcknowledged(String id, String text) {
    try {
      Answer answer = author.onBoard("/ideas", Map.of("id", id, "text", text));
      assertThat(answer.status()).as(answer.json().toString()).isIn(200, 201, 409, 502, 503);
      return answer.status() < 300;
    } catch (CallFailed noAnswer) {
      return false;
    }
  }

  private List<LiveStream.Event> watch(Person person) {
    List<LiveStream.Event> seen = new CopyOnWriteArrayList<>();
    LiveStream stream = person.stream().listen(seen::add);
    streams.add(stream);
    session.eventually(() -> stream.connections() > 0);
    return seen;
  }

  /** The ideas by id, as a client sees them that follows the stream. */
  private static Map<String, String> ideas(List<LiveStream.Event> seen) {
    Map<String, String> ideas = new LinkedHashMap<>();
    seen.stream()
        .filter(event -> event.type().equals("idea"))
        .forEach(
            event ->
                ideas.put(event.data().path("id").asText(), event.data().path("text").asText()));
    return ideas;
  }

  private String shown(LiveStream.Event event) {
    return event.id() + " " + event.data();
  }
}
