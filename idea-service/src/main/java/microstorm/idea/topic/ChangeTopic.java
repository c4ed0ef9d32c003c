package microstorm.idea.topic;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.UUID;
import microstorm.idea.text.ShortText;
import microstorm.web.input.PatchField;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Changes of a topic. An absent field stays as it is.
 *
 * @param parentId the topic that will contain it; null for the top level
 * @param position the topic moves before the sibling that has this position now
 */
public record ChangeTopic(
    @ShortText String title,
    @Schema(implementation = UUID.class) PatchField<UUID> parentId,
    @Min(0) @Max(ChangeTopic.LAST) Integer position) {

  /** The upper bound of positions. */
  static final int LAST = 1_000_000_000;

  boolean moves() {
    return parentId != null || position != null;
  }
}
