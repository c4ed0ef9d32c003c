package microstorm.idea.vote;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Marks as one person may see them. */
@Schema(
    description =
        "Marks as the caller may see them: mine while the group converges; means after that.")
public record MarksView(
    @Schema(
            description =
                "The caller's marks, by idea and criterion. Absent when the marks are counted.")
        @Nullable List<Mark> mine,
    @Schema(
            description =
                "The means of all marks, in the order of the board. Absent until the marks are"
                    + " counted.")
        @Nullable List<Mean> means) {

  /** One person's mark of an idea against a criterion. */
  @Schema(description = "One person's mark of an idea against a criterion.")
  public record Mark(
      @Schema(description = "The idea.") UUID ideaId,
      @Schema(description = "The criterion of the session.") UUID criterionId,
      @Schema(
              description = "The mark; 5 is the best.",
              minimum = "1",
              maximum = "5",
              examples = "4")
          int value) {}

  /** All marks of an idea against a criterion. */
  @Schema(description = "All marks of an idea against a criterion.")
  public record Mean(
      @Schema(description = "The idea.") UUID ideaId,
      @Schema(description = "The criterion of the session.") UUID criterionId,
      @Schema(
              description = "The mean of the marks, rounded to two decimals.",
              minimum = "1",
              maximum = "5",
              examples = "3.67")
          double mean,
      @Schema(description = "The number of marks.", minimum = "1", examples = "3") int count) {}

  static MarksView own(List<Mark> mine) {
    return new MarksView(mine, null);
  }

  static MarksView counted(List<Mean> means) {
    return new MarksView(null, means);
  }
}
