package microstorm.idea.vote;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A person's own marks. */
@Schema(description = "The caller's own marks, while the group converges.")
public record MarksView(
    @Schema(description = "The caller's marks, by idea and criterion.") List<Mark> mine) {

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
}
