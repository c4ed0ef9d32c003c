package microstorm.report.imports.plan;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.UUID;
import microstorm.report.imports.match.Heading;
import microstorm.report.imports.match.Match;
import microstorm.report.imports.match.NoMatch;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A session of the log, compared with the log book. */
@Schema(description = "A session of the log, compared with the log book.")
public record FoundSession(
    @Schema(description = "The id of the session.") UUID sessionId,
    @Schema(
            description = "The line of its heading, counted from 1.",
            minimum = "1",
            examples = "12")
        int line,
    @Schema(
            description =
                "Whether it is new (`added`), has changed (`changed`), has changed and was"
                    + " recognized although its number, date or title was corrected (`matched`), is"
                    + " the same (`unchanged`), or was held in Microstorm and stays as it is"
                    + " (`held`).")
        Kind kind,
    @Schema(description = "Its number. Absent if the log gives none.", examples = "7")
        @Nullable Integer number,
    @Schema(description = "Its title. Absent if the log gives none.", examples = "Cheaper lunch")
        @Nullable String title,
    @Schema(description = "Its date. Absent if the log gives none.") @Nullable LocalDate heldOn,
    @Schema(description = "The session before this import. Absent unless `kind` is `matched`.")
        @Nullable Before before,
    @Schema(
            description =
                "The evidence that it is the same session. Absent unless `kind` is `matched`.")
        Match.@Nullable By matchedBy,
    @Schema(
            description =
                "A sentence that says why the session was matched, or why it was nearly matched and"
                    + " taken as a new one. Otherwise absent.",
            examples = "The text is the same, and so is the number.")
        @Nullable String reason,
    @Schema(
            description =
                "How much of the text is the same, in percent. Absent unless `matchedBy` is"
                    + " `similar-text`, and in imports of earlier versions.",
            minimum = "0",
            maximum = "100",
            examples = "93")
        @Nullable Integer similarity,
    @Schema(
            description =
                "Why the session was nearly matched and taken as a new one. Otherwise absent.")
        @Nullable NoMatch notMatched) {

  /** The change of a session of the log. */
  @Schema(name = "FoundSessionKind", description = "The change of a session of the log.")
  public enum Kind {
    @JsonProperty("added")
    ADDED,
    @JsonProperty("changed")
    CHANGED,
    @JsonProperty("matched")
    MATCHED,
    @JsonProperty("unchanged")
    UNCHANGED,
    @JsonProperty("held")
    HELD
  }

  /** Number, title and date of a session before an import. */
  @Schema(description = "The number, title and date of a session before an import.")
  public record Before(
      @Schema(description = "Its number. Absent if it had none.", examples = "6")
          @Nullable Integer number,
      @Schema(description = "Its title. Absent if it had none.", examples = "Cheeper lunch")
          @Nullable String title,
      @Schema(description = "Its date. Absent if it had none.") @Nullable LocalDate heldOn) {

    static Before of(Heading heading) {
      return new Before(heading.number(), heading.title(), heading.date());
    }
  }

  /** The same session after its match was split. */
  public FoundSession asAdded(UUID newId) {
    return new FoundSession(
        newId, line, Kind.ADDED, number, title, heldOn, null, null, null, null, null);
  }

  boolean differs() {
    return kind != Kind.UNCHANGED && kind != Kind.HELD;
  }
}
