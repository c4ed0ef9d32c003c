package microstorm.idea.result;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What the group chose. */
@Schema(
    description =
        "What the group chose, for everyone alike. If nothing was chosen, the results keep the"
            + " order of the board, and `order` says so.")
public record Results(
    @Schema(
            description =
                "The order of the ideas: `dots`, the id of a criterion, or `position`, which is the"
                    + " order of the board. It is `position` if no idea has a value in the"
                    + " requested order.",
            examples = "dots")
        String order,
    @Schema(
            description =
                "All ideas: those with a rank first, best first, then the others in the order of"
                    + " the board. Ideas of equal rank are in the order of the board too.")
        List<IdeaResult> ideas) {

  /** The order by dots. */
  public static final String DOTS = "dots";

  /** The order of the board. */
  public static final String POSITION = "position";

  /** What the group chose for one idea. */
  @Schema(description = "What the group chose for one idea.")
  public record IdeaResult(
      @Schema(description = "The idea.") UUID ideaId,
      @Schema(
              description =
                  "The place in this order, from 1. Ideas with equal values have equal ranks, and"
                      + " the next rank counts all of them: 1, 2, 2, 4. Absent for an idea without"
                      + " a value in this order.",
              minimum = "1",
              examples = "2")
          @Nullable Integer rank,
      @Schema(description = "The number of dots.", minimum = "0", examples = "4") int dots,
      @Schema(description = "The means of its marks, in the order of the criteria.")
          List<MeanMark> marks) {}

  /** All marks of an idea against a criterion. */
  @Schema(
      description =
          "All marks of an idea against a criterion. In an anonymous session a mean of fewer than"
              + " three marks is left out.")
  public record MeanMark(
      @Schema(description = "The criterion of the session.") UUID criterionId,
      @Schema(
              description = "The mean of the marks, rounded to two decimals.",
              minimum = "1",
              maximum = "5",
              examples = "3.67")
          double mean,
      @Schema(description = "The number of marks behind the mean.", minimum = "1", examples = "3")
          int count) {}
}
