package microstorm.idea.topic;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.UUID;
import microstorm.idea.board.ShortText;
import microstorm.web.PatchField;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What is to change of a topic; what is left out stays.
 *
 * @param parentId the topic it is to be part of; null for the top
 * @param position it comes to stand before the sibling that has this position now
 */
public record ChangeTopic(
    @ShortText String title,
    @Schema(implementation = UUID.class) PatchField<UUID> parentId,
    @Min(0) @Max(ChangeTopic.LAST) Integer position) {

  /** Beyond every position there is. */
  static final int LAST = 1_000_000_000;

  boolean moves() {
    return parentId != null || position != null;
  }
}
