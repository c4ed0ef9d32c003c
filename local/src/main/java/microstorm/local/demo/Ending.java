package microstorm.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import microstorm.client.Answer;
import microstorm.client.Api;

/** Shows the end of a session that is closing. */
final class Ending {

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final Api api;
  private final Narrator narrator;

  Ending(Api api, Narrator narrator) {
    this.api = api;
    this.narrator = narrator;
  }

  /** Waits for the complete report, and prints it. */
  void tell(String session, String owner) throws InterruptedException {
    boolean complete = awaitReport(session, owner);
    narrator.say(
        complete
            ? "The report is complete: nothing that was accepted is missing from it."
            : "The report is not complete yet.");
    narrator.chapter("The report");
    narrator.block("\n" + markdown(session, owner));
  }

  private String markdown(String session, String owner) {
    Api readable = api.withHeader("Accept", "text/markdown");
    Answer report = readable.send("GET", "/api/reports/" + session, owner);
    return report.text();
  }

  private boolean awaitReport(String session, String owner) throws InterruptedException {
    Instant deadline = Instant.now().plus(PATIENCE);
    boolean complete = false;
    while (!complete && Instant.now().isBefore(deadline)) {
      TimeUnit.MILLISECONDS.sleep(250); // independent of the demo's speed
      JsonNode report = api.send("GET", "/api/reports/" + session, owner).expect(200);
      complete = report.path("complete").asBoolean();
    }
    return complete;
  }
}
