package microstorm.report.imports.plan;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.UUID;
import microstorm.report.log.model.LogWarning;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The result of reading a log; it does not change afterwards.
 *
 * @param added how many sessions were not in the log book before
 * @param changed how many sessions were in the log book and differ from it
 * @param unchanged how many sessions are the same as in the log book
 * @param held how many sessions were held here, so that nothing of them was imported
 * @param absent how many sessions of the log book are missing from this log; they stay in the log
 *     book
 * @param formChanged whether white space, mark-up, order or the frame around the sessions differs
 * @param repaired whether wrongly encoded characters were repaired on request
 * @param changes the sessions that were added or changed, the first 500
 * @param warnings the warnings, by line
 * @param moreWarnings how many warnings are not listed
 */
public record ImportOutcome(
    int added,
    int changed,
    int unchanged,
    int held,
    int absent,
    boolean formChanged,
    boolean repaired,
    List<ImportChange> changes,
    List<LogWarning> warnings,
    int moreWarnings) {

  /** A session that was added or changed, with the details of the change. */
  @Schema(description = "A session that was added or changed.")
  public record ImportChange(
      @Schema(description = "The id of the session.") UUID sessionId,
      @Schema(
              description = "The title of the session. Absent if the log gives none.",
              examples = "Cheaper lunch")
          @Nullable String title,
      @Schema(description = "The change: whether the session was added or changed.") Kind kind,
      @Schema(
              description = "Sentences that say what changed; empty for a session that was added.",
              examples = "[\"Topic \\\"Cooking\\\" was added.\"]")
          List<String> details) {}

  /** The change that an import made to a session. */
  @Schema(name = "ImportChangeKind", description = "The change that an import made to a session.")
  public enum Kind {
    @JsonProperty("added")
    ADDED,
    @JsonProperty("changed")
    CHANGED
  }

  /** Whether the import leaves the log book unchanged. */
  @JsonIgnore
  public boolean isNoOp() {
    return added + changed == 0 && !formChanged;
  }

  /** How many sessions were taken from the log. */
  public int parsed() {
    return added + changed + unchanged;
  }
}
