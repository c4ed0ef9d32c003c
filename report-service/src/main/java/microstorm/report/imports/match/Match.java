package microstorm.report.imports.match;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A session that is here already under another number, date or title.
 *
 * @param reason a sentence that says why it is the same session
 * @param similarity how much of the text is the same, in percent; null without a comparison
 */
public record Match(UUID sessionId, By by, String reason, @Nullable Integer similarity) {

  /** What shows that two sessions are the same. */
  @Schema(name = "MatchedBy", description = "The evidence that it is the same session.")
  public enum By {
    @JsonProperty("earlier-name")
    EARLIER_NAME,
    @JsonProperty("same-text")
    SAME_TEXT,
    @JsonProperty("similar-text")
    SIMILAR_TEXT
  }

  static Match byEarlierName(UUID sessionId) {
    return new Match(
        sessionId,
        By.EARLIER_NAME,
        "The session had this date and title before a correction.",
        null);
  }

  static Match bySameText(UUID sessionId, Heading before, Heading now) {
    return new Match(
        sessionId,
        By.SAME_TEXT,
        "The text is the same, and so is " + shared(before, now) + ".",
        null);
  }

  static Match bySimilarText(UUID sessionId, double similarity, Heading before, Heading now) {
    int percent = (int) (100 * similarity);
    return new Match(
        sessionId,
        By.SIMILAR_TEXT,
        "%d percent of the text are the same, and so is %s."
            .formatted(percent, shared(before, now)),
        percent);
  }

  private static String shared(Heading before, Heading now) {
    List<String> names = new ArrayList<>();
    add(names, "the number", before.number(), now.number());
    add(names, "the title", before.title(), now.title());
    add(names, "the date", before.date(), now.date());
    return String.join(" and ", names);
  }

  private static void add(List<String> names, String name, Object before, Object now) {
    if (now != null && Objects.equals(before, now)) {
      names.add(name);
    }
  }
}
