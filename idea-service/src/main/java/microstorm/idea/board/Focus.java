package microstorm.idea.board;

import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.validation.constraints.NotNull;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The item that the facilitator shows to everybody. */
@Schema(
    description =
        "The item that the facilitator shows to everybody. If it was removed since, clients show"
            + " nothing.")
public record Focus(
    @Schema(description = "The kind of item.") @NotNull Kind kind,
    @Schema(description = "The id of the item.") @NotNull UUID id) {

  /** The kinds of items that can be shown. */
  @Schema(description = "The kind of an item: `idea`, `group` or `topic`.")
  public enum Kind {
    IDEA("seen_in from idea where session_id = ? and id = ? and shared and not withdrawn"),
    GROUP("seen_in from affinity_group where session_id = ? and id = ? and not removed"),
    TOPIC("null::integer from topic where session_id = ? and id = ? and not removed");

    /** Selects the only room that sees a shared item of this kind; null for every room. */
    public final String room;

    Kind(String room) {
      this.room = room;
    }

    /** The kind's name in the API. */
    @JsonValue
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
