package microstorm.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import microstorm.client.Answer;
import microstorm.client.Person;

/** The simulated facilitator, who leads the session through its phases. */
final class Leader {

  private final Person person;
  private final Narrator narrator;

  Leader(Person person, Narrator narrator) {
    this.person = person;
    this.narrator = narrator;
  }

  Answer to(String phase) {
    return person.inSession("/phase", Map.of("to", phase));
  }

  void begin(String phase) throws InterruptedException {
    to(phase).expect(200);
    person.awaitBoard(board -> board.path("phase").asText().equals(phase));
  }

  /** Waits for people who joined by the link and still write. */
  void beginSharing() throws InterruptedException {
    boolean announced = false;
    Answer answer = to("sharing");
    while (answer.rule().equals("quiet-time-not-over")) {
      if (!announced) {
        narrator.say("Others have joined. Waiting until they are ready or the quiet time is over.");
        announced = true;
      }
      TimeUnit.SECONDS.sleep(1);
      answer = to("sharing");
    }
    answer.expect(200);
    person.awaitBoard(board -> board.path("phase").asText().equals("sharing"));
  }

  /** The ids of the ideas on the board. */
  List<String> ideas() {
    List<String> ids = new ArrayList<>();
    for (JsonNode idea : person.board().path("ideas")) {
      ids.add(idea.path("id").asText());
    }
    return ids;
  }
}
