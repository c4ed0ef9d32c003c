package microstorm.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;
import java.util.HashSet;
import java.util.Set;
import microstorm.client.Answer;
import microstorm.client.LiveStream;

/** Prints the demo: what the people do, and what the facilitator sees on the live stream. */
final class Narrator {

  private final PrintStream out;
  private final Set<String> ideas = new HashSet<>();
  private String phase = "";
  private boolean onBreak;

  Narrator(PrintStream out) {
    this.out = out;
  }

  synchronized void chapter(String title) {
    out.printf("%n== %s ==%n", title);
  }

  synchronized void say(String line) {
    out.println("  " + line);
    out.flush();
  }

  /** Prints text of several lines as it is. */
  synchronized void block(String text) {
    out.println(text.stripTrailing());
    out.flush();
  }

  void refusal(String attempt, Answer answer) {
    if (answer.status() < 400) {
      throw new IllegalStateException(attempt + ": this was allowed, but should be refused.");
    }
    say(attempt + " - refused: " + answer.json().path("detail").asText());
  }

  /** Prints an event of the facilitator's live stream. */
  synchronized void tell(LiveStream.Event event) {
    JsonNode data = event.data();
    switch (event.type()) {
      case "participant":
        if (data.path("present").asBoolean() && data.path("ready").asBoolean()) {
          live(data.path("name").asText() + " is ready");
        }
        break;
      case "snapshot":
        phase = data.path("phase").asText();
        break;
      case "idea":
        if (ideas.add(data.path("id").asText())) {
          live("idea: " + data.path("text").asText());
        }
        break;
      case "group":
        live("group: " + data.path("name").asText());
        break;
      case "action":
        live("action: " + data.path("text").asText() + " (" + data.path("owner").asText() + ")");
        break;
      case "session":
        session(data);
        break;
      default:
    }
  }

  private void session(JsonNode state) {
    if (!state.path("phase").asText().equals(phase)) {
      phase = state.path("phase").asText();
      live("phase: " + phase);
    }
    if (state.hasNonNull("breakId") != onBreak) {
      onBreak = !onBreak;
      live(onBreak ? "a break: all timers stop" : "the break is over");
    }
  }

  private void live(String line) {
    say("[live] " + line);
  }
}
