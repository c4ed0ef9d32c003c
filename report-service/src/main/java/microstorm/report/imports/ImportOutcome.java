package microstorm.report.imports;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.UUID;
import microstorm.report.log.model.LogWarning;

/**
 * What an import found when it read the log; it does not change any more.
 *
 * @param added how many sessions were not there before
 * @param changed how many sessions were there and are different now
 * @param unchanged how many sessions are as they were
 * @param held how many sessions were held here: their boards say what they are, not the log
 * @param absent how many sessions of the log book are not in this log; they stay
 * @param formChanged whether white space, mark-up, order or what stands around the sessions is
 *     different
 * @param repaired whether wrongly encoded characters were repaired on request
 * @param changes the sessions that were added or changed, the first 500
 * @param warnings what the reader of the log should know, by line
 * @param moreWarnings how many warnings are not listed
 */
record ImportOutcome(
    int added,
    int changed,
    int unchanged,
    int held,
    int absent,
    boolean formChanged,
    boolean repaired,
    List<Change> changes,
    List<LogWarning> warnings,
    int moreWarnings) {

  /** A session that was added or changed, and in what. */
  public record Change(UUID sessionId, String title, Kind kind, List<String> details) {}

  /** What happened to a session. */
  public enum Kind {
    @JsonProperty("added")
    ADDED,
    @JsonProperty("changed")
    CHANGED
  }

  /** Whether the log book is as it was. */
  @JsonIgnore
  boolean isNoOp() {
    return added + changed == 0 && !formChanged;
  }

  /** How many sessions were taken from the log. */
  int parsed() {
    return added + changed + unchanged;
  }
}
