package microstorm.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;

/** Prints the results of a board. */
final class Ranks {

  private final Narrator narrator;

  Ranks(Narrator narrator) {
    this.narrator = narrator;
  }

  /** Prints the ideas that have dots, and returns the id of the best one. */
  String tell(JsonNode board) {
    Map<String, String> texts = new HashMap<>();
    board.path("ideas").forEach(i -> texts.put(i.path("id").asText(), i.path("text").asText()));
    JsonNode ideas = board.path("results").path("ideas");
    for (JsonNode result : ideas) {
      if (result.has("rank")) {
        int dots = result.path("dots").asInt();
        narrator.say(
            "%3d.  %d %-4s  %s"
                .formatted(
                    result.path("rank").asInt(),
                    dots,
                    dots == 1 ? "dot" : "dots",
                    texts.get(result.path("ideaId").asText())));
      }
    }
    return ideas.path(0).path("ideaId").asText();
  }
}
