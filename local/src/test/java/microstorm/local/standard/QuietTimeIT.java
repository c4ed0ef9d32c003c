package microstorm.local.standard;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import microstorm.client.Answer;
import microstorm.client.LiveStream;
import microstorm.client.Person;
import microstorm.local.SharedSystem;
import org.junit.jupiter.api.Test;

/**
 * "Give people plenty of quiet time at the start of the session to write down as many of their own
 * ideas as they can."
 */
class QuietTimeIT {

  private static final String SECRET = "Nobody may read this before sharing";

  private final Brainstorm session = Brainstorm.planned();
  private final Person author = session.participant("Ana");
  private final Person curious = session.participant("Ben");

  @Test
  void ideasOfOthersAreHiddenOnEveryPath() throws IOException {
    session.quiet();
    Queue<String> seen = new ConcurrentLinkedQueue<>();
    Queue<String> own = new ConcurrentLinkedQueue<>();
    try (LiveStream peeking = listen(curious, seen);
        LiveStream writing = listen(author, own)) {
      session.eventually(() -> peeking.connections() + writing.connections() == 2);
      String idea = author.writes(SECRET).path("id").asText();
      session.eventually(() -> own.stream().anyMatch(event -> event.contains(SECRET)));

      assertThat(curious.board().toString()).doesNotContain(SECRET).doesNotContain(idea);
      assertThat(session.facilitator().board().toString()).doesNotContain(SECRET);
      for (Answer attempt :
          new Answer[] {
            curious.onBoard("GET", "/ideas/" + idea),
            curious.onBoard("PATCH", "/ideas/" + idea, Map.of("text", "mine now")),
            curious.onBoard("DELETE", "/ideas/" + idea),
            curious.onBoard("/ideas", Map.of("text", "builds on it", "parentId", idea))
          }) {
        assertThat(attempt.status()).isEqualTo(404);
        assertThat(attempt.json().toString()).doesNotContain(SECRET);
      }
      assertThat(session.report().toString()).doesNotContain(SECRET);
      assertThat(seen).isNotEmpty().noneMatch(event -> event.contains(idea));
      assertThat(logsWith(SECRET)).isEmpty();
      // the control: a line that each service logs is found in the same files
      assertThat(logsWith("Listening on: http"))
          .contains("session-service-1.log", "session-service-2.log")
          .contains("idea-service-1.log", "idea-service-2.log")
          .contains("report-service-1.log", "report-service-2.log");

      session.sharing();
      session.eventually(() -> seen.stream().anyMatch(event -> event.contains(SECRET)));
      session.eventually(() -> session.report().toString().contains(SECRET));
      assertThat(Brainstorm.ideasSeenBy(curious)).containsExactly(SECRET);
    }
  }

  /** The control is the sharing at the end: the same paths show the idea then. */
  @Test
  void goingBackToTheLobbyShowsNothing() {
    session.quiet();
    Queue<String> seen = new ConcurrentLinkedQueue<>();
    try (LiveStream peeking = listen(curious, seen)) {
      session.eventually(() -> peeking.connections() == 1);
      author.writes(SECRET);
      Map<String, String> back = Map.of("from", "quiet", "to", "lobby");
      session.facilitator().inSession("/phase", back).expect(200);
      session.eventually(() -> curious.board().path("phase").asText().equals("lobby"));
      session.eventually(() -> session.report().path("phase").asText().equals("lobby"));
      for (Person person : List.of(curious, session.facilitator())) {
        assertThat(person.board().toString()).doesNotContain(SECRET);
      }
      assertThat(session.report().toString()).doesNotContain(SECRET);
      assertThat(seen).isNotEmpty().noneMatch(event -> event.contains(SECRET));
      assertThat(Brainstorm.ideasSeenBy(author)).containsExactly(SECRET);

      session.quiet().sharing();
      session.eventually(() -> seen.stream().anyMatch(event -> event.contains(SECRET)));
      session.eventually(() -> session.report().toString().contains(SECRET));
    }
  }

  /** Sharing cannot be undone, so it can be announced and stopped. */
  @Test
  void sharingIsAnnouncedAndStopped() {
    session.quiet();
    session.everyoneIsReady();
    Map<String, Object> soon = Map.of("to", "sharing", "delaySeconds", 60);
    session.facilitator().inSession("/phase", soon).expect(202);
    session.eventually(
        () -> curious.board().path("session").path("nextPhase").asText().equals("sharing"));
    session.facilitator().inSession("DELETE", "/phase/announcement").expect(204);
    session.eventually(() -> !curious.board().path("session").has("nextPhase"));
    Map<String, Object> now = Map.of("to", "sharing", "delaySeconds", 1);
    session.facilitator().inSession("/phase", now).expect(202);
    session.eventually(() -> curious.board().path("phase").asText().equals("sharing"));
  }

  @Test
  void itLastsUntilTheTimeIsOverOrEveryoneIsReady() {
    session.quiet();
    JsonNode refusal = Brainstorm.refused(session.to("sharing"), "quiet-time-not-over");
    assertThat(refusal.path("detail").asText()).containsPattern("for \\d more minutes");
    session.ready(author);
    session.ready(session.facilitator());
    Brainstorm.refused(session.to("sharing"), "quiet-time-not-over");
    session.ready(curious);
    session.to("sharing").expect(200);
  }

  @Test
  void ownIdeasStayReadableOnAnotherDevice() {
    session.quiet();
    String key = author.writes(SECRET).path("editKey").asText();
    Person otherDevice = session.participant("Ana's telephone");
    assertThat(Brainstorm.ideasSeenBy(otherDevice)).isEmpty();
    assertThat(session.api().withHeader("Edit-Key", key).send("GET", board(), otherDevice.token()))
        .satisfies(answer -> assertThat(answer.expect(200).toString()).contains(SECRET));
  }

  /** The names of the log files, of all processes, that contain this text. */
  private static List<String> logsWith(String text) throws IOException {
    List<String> found = new ArrayList<>();
    try (Stream<Path> logs = Files.list(SharedSystem.get().data().resolve("logs"))) {
      for (Path log : logs.toList()) {
        // reads any bytes
        if (Files.readString(log, StandardCharsets.ISO_8859_1).contains(text)) {
          found.add(log.getFileName().toString());
        }
      }
    }
    return found;
  }

  private String board() {
    return "/api/boards/" + session.id();
  }

  private static LiveStream listen(Person person, Queue<String> seen) {
    return person.stream().listen(event -> seen.add(event.type() + " " + event.data()));
  }
}
