package microstorm.idea.stream;

import static io.restassured.RestAssured.given;
import static microstorm.testing.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import microstorm.idea.IdeaServiceTest;
import microstorm.idea.stream.LiveStream.Event;
import microstorm.idea.stream.TestBoard.Person;
import microstorm.testing.TestIssuer;
import microstorm.testing.contract.Contracts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Clients that reconnect again and again while others write (R10). */
@IdeaServiceTest
class StreamResumeTest {

  private static final int WRITERS = 3;
  private static final int IDEAS = 100;
  private static final int CLIENTS = 3;
  private static final int MAX_BETWEEN_CUTS = 25;

  @Inject TestBoard board;
  private Person person;

  @BeforeEach
  void plan() {
    person = board.plan().join("participant");
  }

  @Test
  void resumingAtAnyPointLosesAndRepeatsNothing() {
    long seed = new Random().nextLong();
    System.out.println("Resuming with seed " + seed);
    Random random = new Random(seed);
    List<CompletableFuture<List<Event>>> clients =
        IntStream.range(0, CLIENTS)
            .mapToObj(client -> random.nextLong())
            .map(own -> CompletableFuture.supplyAsync(() -> watch(new Random(own))))
            .toList();
    CompletableFuture<?>[] writers =
        IntStream.range(0, WRITERS)
            .mapToObj(writer -> CompletableFuture.runAsync(() -> write(writer)))
            .toArray(CompletableFuture[]::new);
    CompletableFuture.allOf(writers).join();
    board.write(person, "end", true);

    List<String> stored = ideasOf(boardNow());
    assertThat(stored).hasSize(WRITERS * IDEAS + 1);
    for (CompletableFuture<List<Event>> client : clients) {
      List<Event> events = client.join();
      assertThat(events).first().extracting(Event::type).isEqualTo("snapshot");
      assertThat(events).extracting(event -> Long.parseLong(event.id())).isSorted();
      assertThat(ideasOf(events)).containsExactlyInAnyOrderElementsOf(stored);
    }
  }

  /** The control: the stream joins the feed before it reads the board, for this reason. */
  @Test
  void subscribingAfterReadingTheBoardLosesChanges() {
    JsonNode read = boardNow();
    board.write(person, "in between", true);
    try (LiveStream late = open(null).awaitEvent("snapshot");
        LiveStream resumed = open(read.path("seq").asText())) {
      board.write(person, "afterwards", true);
      late.awaitIdea("afterwards");
      resumed.awaitIdea("afterwards");
      assertThat(late.ideas()).doesNotContain("in between");
      assertThat(resumed.ideas()).containsExactly("in between", "afterwards");
    }
  }

  private void write(int writer) {
    for (int i = 0; i < IDEAS; i++) {
      board.write(person, "idea " + writer + "/" + i, true);
    }
  }

  /** All events of a client that is cut off after some events and resumes. */
  private List<Event> watch(Random random) {
    List<Event> seen = new ArrayList<>();
    while (!ideasOf(seen).contains("end")) {
      String last = seen.isEmpty() ? null : seen.get(seen.size() - 1).id();
      int most = 1 + random.nextInt(MAX_BETWEEN_CUTS);
      LiveStream stream = open(last);
      await("more events")
          .until(() -> stream.events().size() >= most || ideasOf(stream.events()).contains("end"));
      stream.close();
      await("its end").until(stream::isOver);
      seen.addAll(stream.events());
    }
    return seen;
  }

  private LiveStream open(String lastEventId) {
    return LiveStream.open(
        RestAssured.port, board.session, TestIssuer.ownerOf(board.team), lastEventId);
  }

  private JsonNode boardNow() {
    return Contracts.tree(
        given()
            .auth()
            .oauth2(TestIssuer.ownerOf(board.team))
            .get("/api/boards/{id}", board.session)
            .then()
            .statusCode(200)
            .extract()
            .asString());
  }

  private static List<String> ideasOf(List<Event> events) {
    List<String> ideas = new ArrayList<>();
    for (Event event : events) {
      if (event.type().equals("snapshot")) {
        ideas.addAll(ideasOf(Contracts.tree(event.data())));
      } else if (event.type().equals("idea")) {
        ideas.add(event.text());
      }
    }
    return ideas;
  }

  private static List<String> ideasOf(JsonNode board) {
    return board.path("ideas").findValuesAsText("text");
  }
}
